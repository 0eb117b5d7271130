package org.chizheng.common;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;

/** Lets the sweeps that are under way end before the service takes the database from them, and starts no other one then. */
@ApplicationScoped
public class Sweeps {
    private static final int PATIENCE_SECONDS = 10;
    private static final Logger LOG = Logger.getLogger(Sweeps.class);

    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private final Scheduler scheduler;

    public Sweeps(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Runs a sweep that was begun by other means than its schedule, unless the service is ending. */
    public void turn(Runnable sweep) {
        if (enter()) {
            try {
                sweep.run();
            } finally {
                leave();
            }
        }
    }

    /** @return false when the service is ending: nothing may begin */
    boolean enter() {
        return gate.readLock().tryLock();
    }

    void leave() {
        gate.readLock().unlock();
    }

    /** Before anything else ends: sweeps write through the log of the sittings, which ends at the same event. */
    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        scheduler.pause();
        if (!close(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warnf(
                    "a sweep was still under way after %d s and is cut off; it is done again after the next start",
                    PATIENCE_SECONDS);
        }
    }

    /**
     * For good: the lock is never given back.
     *
     * @return whether all have ended
     */
    boolean close(long patience, TimeUnit unit) throws InterruptedException {
        return gate.writeLock().tryLock(patience, unit);
    }
}
