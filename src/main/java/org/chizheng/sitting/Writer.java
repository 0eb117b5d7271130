package org.chizheng.sitting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.DatabaseClock;
import org.chizheng.common.Refused;
import org.jboss.logging.Logger;

import io.agroal.api.AgroalDataSource;

/**
 * Group commit: the one thread that appends to the logs of its share of the sittings on this replica. What arrives while a transaction is under way goes together
 * into the next one: one commit, one flush to disk for all, and each is told only after it. No waiting on purpose: a lone answer is written at once.
 */
final class Writer implements Runnable {
    private static final Logger LOG = Logger.getLogger(Writer.class);
    private static final int MOST = 1000;
    private static final int MEETINGS = 30;
    private static final long MEETING_NANOS = 1_000_000;
    private static final int FAILURES = 3;
    private static final long IDLE_MILLIS = 200;
    private final BlockingQueue<Act<?>> queue;
    private final AgroalDataSource source;
    private final DatabaseClock clock;
    private final Pictures pictures;
    private volatile boolean running = true;

    Writer(int capacity, AgroalDataSource source, DatabaseClock clock, Pictures pictures) {
        queue = new ArrayBlockingQueue<>(capacity);
        this.source = source;
        this.clock = clock;
        this.pictures = pictures;
    }

    /** @return false if the queue is full: the caller must try again later */
    boolean offer(Act<?> act) {
        return queue.offer(act);
    }

    int waiting() {
        return queue.size();
    }

    /** What has been accepted is still written. */
    void stop() {
        running = false;
    }

    @Override
    public void run() {
        List<Act<?>> acts = new ArrayList<>(MOST);
        while (running || !queue.isEmpty()) {
            try {
                Act<?> first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    acts.add(first);
                    queue.drainTo(acts, MOST - 1);
                    write(acts);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running = false;
            } finally {
                acts.clear();
            }
        }
    }

    /** Of all replicas that meet in one log one gets through each time, so an outdated one only has to come again; what fails otherwise is tried one by one. */
    private void write(List<Act<?>> acts) {
        int failures = 0;
        for (int attempt = 1; attempt <= MEETINGS && failures < FAILURES; attempt++) {
            Outcome outcome = tryToWrite(acts);
            if (outcome == Outcome.WRITTEN) {
                return;
            }
            failures += outcome == Outcome.FAILED ? 1 : 0;
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(attempt * MEETING_NANOS));
        }
        if (acts.size() == 1) {
            acts.get(0).fail(new Refused(CommonRefusal.TRY_AGAIN));
        } else {
            List.copyOf(acts).forEach(act -> write(List.of(act)));
        }
    }

    private enum Outcome {
        WRITTEN,
        OUTDATED,
        FAILED
    }

    private Outcome tryToWrite(List<Act<?>> acts) {
        Set<UUID> enrolments = enrolments(acts);
        List<Act<?>> doubtful;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                doubtful = decideAndCommit(acts, enrolments, connection);
            } catch (Batch.Outdated | SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (Batch.Outdated outdated) {
            pictures.forget(enrolments);
            return Outcome.OUTDATED;
        } catch (SQLException | RuntimeException e) {
            pictures.forget(enrolments);
            LOG.warnf("a batch of %d acts is tried again: %s", acts.size(), e.getMessage());
            return Outcome.FAILED;
        }
        acts.stream().filter(act -> !doubtful.contains(act)).forEach(Act::tell);
        if (!doubtful.isEmpty()) {
            pictures.forget(enrolments(doubtful));
            write(doubtful);
        }
        return Outcome.WRITTEN;
    }

    /** @return acts that were refused, or found nothing to do, on a picture from memory: it may be old, so they are decided again on a fresh one */
    private List<Act<?>> decideAndCommit(List<Act<?>> acts, Set<UUID> enrolments, Connection connection)
            throws SQLException, Batch.Outdated {
        Set<UUID> remembered = new HashSet<>();
        Batch batch = new Batch(pictures.of(enrolments, connection, remembered), connection);
        for (Act<?> act : acts) {
            act.attempt(batch, clock.at(act.arrived));
        }
        batch.write();
        connection.commit();
        pictures.keep(batch.lives());
        return remembered.isEmpty()
                ? List.of()
                : acts.stream()
                        .filter(act -> act.restsOnThePicture() && remembered.contains(act.enrolment))
                        .toList();
    }

    private static Set<UUID> enrolments(List<Act<?>> acts) {
        Set<UUID> enrolments = new HashSet<>();
        acts.forEach(act -> enrolments.add(act.enrolment));
        return enrolments;
    }
}
