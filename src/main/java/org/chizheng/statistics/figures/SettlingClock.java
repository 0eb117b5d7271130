package org.chizheng.statistics.figures;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.chizheng.common.Sweeps;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Looks for changes five times a second: the scheduler's shortest turn is a second, and that is all the time that a change has to be seen everywhere. */
@ApplicationScoped
class SettlingClock {
    private static final Logger LOG = Logger.getLogger(SettlingClock.class);
    private static final long PAUSE_MILLIS = 150;
    /** After a failure, so that a database that is away is not asked without pause. */
    private static final long REST_SECONDS = 5;

    private final Settling settling;
    private final Sweeps sweeps;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "figures");
        made.setDaemon(true);
        return made;
    });

    SettlingClock(Settling settling, Sweeps sweeps) {
        this.settling = settling;
        this.sweeps = sweeps;
    }

    void start(@Observes StartupEvent event) {
        next(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** After the sweeps have been told to end. */
    void stop(@Observes @Priority(2) ShutdownEvent event) {
        ((ExecutorService) thread).shutdownNow();
    }

    private void next(long pause, TimeUnit unit) {
        if (!thread.isShutdown()) {
            thread.schedule(this::turn, pause, unit);
        }
    }

    private void turn() {
        try {
            sweeps.turn(settling::settleWaiting);
            next(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "figures are not up to date; tried again in %d s", REST_SECONDS);
            next(REST_SECONDS, TimeUnit.SECONDS);
        }
    }
}
