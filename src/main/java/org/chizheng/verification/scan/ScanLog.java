package org.chizheng.verification.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.chizheng.common.Swept;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;

/**
 * Takes checks without delay and writes them down together each second, so that an answer waits for no write. A service that is killed loses at most the checks of its last
 * second; one that is flooded drops what it cannot keep and counts it ({@code chizheng.scans.dropped}).
 */
@ApplicationScoped
public class ScanLog {
    private static final int ROOM = 50_000;
    private static final int MOST = 5_000;
    private final BlockingQueue<Scan> waiting = new ArrayBlockingQueue<>(ROOM);
    private final Scanning scanning;
    private final MeterRegistry meters;

    public ScanLog(Scanning scanning, MeterRegistry meters) {
        this.scanning = scanning;
        this.meters = meters;
    }

    public void note(Scan scan) {
        if (!waiting.offer(scan)) {
            meters.counter("chizheng.scans.dropped").increment();
        }
    }

    @Swept
    @Scheduled(every = "1s", identity = "scan-log", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        flush();
    }

    void stop(@Observes ShutdownEvent event) {
        flush();
    }

    /** Writes down what waits; what cannot be written now is kept for the next time. */
    public synchronized void flush() {
        List<Scan> taken = new ArrayList<>();
        while (waiting.drainTo(taken, MOST) > 0) {
            try {
                scanning.write(taken);
            } catch (RuntimeException e) {
                taken.forEach(this::note);
                throw e;
            }
            taken.clear();
        }
    }
}
