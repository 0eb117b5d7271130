package org.chizheng.integrity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Actor;
import org.chizheng.audit.Auditing;
import org.chizheng.common.Backlog;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.scheduler.Scheduled;

/** Looks at each session once, when all of it is closed, scored and counted, and stores what was striking. Rehearsals are never looked at. */
@ApplicationScoped
public class Examining {
    private static final Backlog.Shelf WAITING = new Backlog.Shelf("integrity_pending", "session_id");
    private static final int MOST = 5;
    private static final Duration LATER = Duration.ofMinutes(10);
    private static final String UNREADY = """
            SELECT 1 FROM sitting s WHERE s.session_id = ?
              AND (s.state <> 'CLOSED' OR EXISTS (SELECT FROM scoring_pending p WHERE p.sitting_id = s.id) OR EXISTS (SELECT FROM calibration_pending c WHERE c.sitting_id = s.id))
            LIMIT 1""";
    private final Sql sql;
    private final Backlog backlog;
    private final Comparing comparing;
    private final OfficialClock clock;
    private final Auditing auditing;

    Examining(Sql sql, Backlog backlog, Comparing comparing, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.backlog = backlog;
        this.comparing = comparing;
        this.clock = clock;
        this.auditing = auditing;
    }

    @Swept
    @Scheduled(every = "60s", identity = "integrity", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        int done;
        do {
            done = examineWaiting();
        } while (done == MOST);
    }

    /** @return how many sessions were taken from what waits, at most 5; those not ready are put back for ten minutes */
    public int examineWaiting() {
        return backlog.work(WAITING, MOST, this::examine);
    }

    @Transactional
    void examine(List<UUID> sessions) {
        for (UUID session : sessions) {
            if (sql.first(UNREADY, row -> true, session).isPresent()) {
                sql.update(
                        "INSERT INTO integrity_pending (session_id, retry_at) VALUES (?, ?)",
                        session,
                        clock.now().plus(LATER));
            } else {
                store(session, comparing.at(session));
            }
        }
    }

    private void store(UUID session, Comparing.Looked looked) {
        int added = sql.update(
                "INSERT INTO integrity_run (session_id, sittings, pairs, neighbours, timed, run_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                session,
                looked.sittings(),
                looked.pairs(),
                looked.neighbours(),
                looked.timed(),
                clock.now());
        if (added == 0) {
            return;
        }
        List<Object[]> rows = new ArrayList<>();
        for (Found one : looked.found()) {
            rows.add(new Object[] {
                Ids.next(),
                session,
                one.kind(),
                one.sitting(),
                one.other(),
                one.observed(),
                one.probability(),
                one.tests(),
                one.chances(),
                one.apart() == null ? null : one.apart().rows(),
                one.apart() == null ? null : one.apart().places(),
                one.other() == null ? null : one.moved()
            });
        }
        sql.batch(
                "INSERT INTO integrity_finding (id, session_id, kind, sitting_id, other_id, observed, probability, tests, chances, rows_apart, places_apart, moved) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        auditing.noteAll(List.of(new Auditing.Note(
                Actor.SYSTEM,
                "examined",
                "session",
                session,
                looked.pairs() + " pairs, " + rows.size() + " findings")));
    }
}
