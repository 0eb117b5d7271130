package org.chizheng.sitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.DatabaseClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Swept;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * The door to the logs of all sittings: takes acts, bounded and first come first served, and hands each to the writer that owns its sitting on this replica. Several
 * replicas may serve one sitting: see {@link Batch.Outdated}.
 */
@ApplicationScoped
public class SittingLog {
    private static final long PATIENCE_SECONDS = 20;
    /** Acts of one candidate under way at once: enough for every page of ours, too few to crowd out others. */
    private static final int EACH = 8;

    private final Pictures pictures = new Pictures();
    private final List<Writer> writers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final DatabaseClock clock;
    private final ConcurrentHashMap<UUID, Integer> inFlight = new ConcurrentHashMap<>();

    public SittingLog(AgroalDataSource source, DatabaseClock clock, SittingConfig config, MeterRegistry meters) {
        this.clock = clock;
        for (int i = 0; i < config.writers(); i++) {
            writers.add(new Writer(config.queue(), source, clock, pictures));
        }
        meters.gauge(
                "chizheng.sitting.log.waiting",
                writers,
                all -> all.stream().mapToInt(Writer::waiting).sum());
    }

    void start(@Observes StartupEvent event) {
        for (Writer writer : writers) {
            Thread thread = new Thread(writer, "sitting-log-" + threads.size());
            threads.add(thread);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        writers.forEach(Writer::stop);
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        }
    }

    @Swept
    @Scheduled(every = "1s", identity = "database-clock")
    void keepTime() {
        clock.measure();
    }

    /** @return completed after the commit, exceptionally with what was refused; TRY_AGAIN at once when too much is waiting */
    <R> CompletableFuture<R> submit(Act<R> act) {
        Writer writer = writers.get(Math.floorMod(act.enrolment.hashCode(), writers.size()));
        if (inFlight.merge(act.enrolment, 1, Integer::sum) > EACH || !writer.offer(act)) {
            act.fail(new Refused(CommonRefusal.TRY_AGAIN));
        }
        act.outcome.whenComplete(
                (done, refused) -> inFlight.computeIfPresent(act.enrolment, (enrolment, n) -> n > 1 ? n - 1 : null));
        return act.outcome;
    }

    /** The same, waited for. */
    <R> R now(Act<R> act) {
        try {
            return submit(act).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refused refused
                    ? new Refused(refused.reason(), refused.arguments().toArray())
                    : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new Refused(CommonRefusal.TRY_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(CommonRefusal.TRY_AGAIN);
        }
    }

    /** What this replica last knew of a sitting, for signs of life; nothing is decided by it. */
    Optional<Live> lastKnown(UUID enrolment) {
        return Optional.ofNullable(pictures.peek(enrolment));
    }

    /** After an act that went past the writers: what is known is read again. */
    void forget(List<UUID> enrolments) {
        pictures.forget(enrolments);
    }
}
