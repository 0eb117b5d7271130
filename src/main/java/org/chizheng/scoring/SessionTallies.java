package org.chizheng.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Backlog;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;
import org.chizheng.scoring.rule.ExamSums;
import org.chizheng.scoring.rule.Period;
import org.chizheng.scoring.rule.ToldCells;

import io.quarkus.scheduler.Scheduled;

/** Sums of released results by session: counted once for each release and each change, read by whoever makes figures of them. Rehearsals are never counted. */
@ApplicationScoped
public class SessionTallies {
    private static final Backlog.Shelf WAITING = new Backlog.Shelf("session_tally_pending", "session_id");
    private static final int MOST = 50;
    private static final String COUNT = """
            INSERT INTO session_tally AS t (session_id, candidates, present, scored, passed, points, squares, timed, seconds, second_squares, counted_at)
            SELECT e.id, n.candidates, n.present, r.scored, r.passed, r.points, r.squares, s.timed, s.seconds, s.squares, ?
            FROM exam_session e
            CROSS JOIN LATERAL (SELECT count(*) AS candidates, count(checked_in_at) AS present FROM enrolment WHERE session_id = e.id) n
            CROSS JOIN LATERAL (SELECT count(*) AS scored, count(*) FILTER (WHERE passed) AS passed, coalesce(sum(raw), 0) AS points, coalesce(sum(raw * raw), 0) AS squares
                                FROM result WHERE session_id = e.id AND released_at IS NOT NULL) r
            CROSS JOIN LATERAL (SELECT count(*) AS timed, coalesce(sum(length), 0) AS seconds, coalesce(sum(length * length), 0) AS squares
                                FROM (SELECT extract(epoch FROM closed_at - started_at)::bigint AS length FROM sitting WHERE session_id = e.id AND state = 'CLOSED') z) s
            WHERE e.id = ANY (?) AND NOT e.rehearsal AND e.released_at IS NOT NULL
            ON CONFLICT (session_id) DO UPDATE SET candidates = EXCLUDED.candidates, present = EXCLUDED.present, scored = EXCLUDED.scored, passed = EXCLUDED.passed,
              points = EXCLUDED.points, squares = EXCLUDED.squares, timed = EXCLUDED.timed, seconds = EXCLUDED.seconds, second_squares = EXCLUDED.second_squares, counted_at = EXCLUDED.counted_at""";
    private static final String BETWEEN = """
            SELECT t.*, e.centre_id, c.zh, c.en, c.region, e.room_id, r.label, e.qualification, e.starts_at FROM session_tally t
            JOIN exam_session e ON e.id = t.session_id JOIN centre c ON c.id = e.centre_id JOIN room r ON r.id = e.room_id
            WHERE e.starts_at >= ? AND e.starts_at < ?
              AND (e.centre_id = ANY (?) OR EXISTS (SELECT FROM unnest(?) AS reach (code) WHERE starts_with(c.region, reach.code))) ORDER BY e.starts_at""";
    private final Sql sql;
    private final Backlog backlog;
    private final OfficialClock clock;

    SessionTallies(Sql sql, Backlog backlog, OfficialClock clock) {
        this.sql = sql;
        this.backlog = backlog;
        this.clock = clock;
    }

    @Swept
    @Scheduled(every = "10s", identity = "session-tallies", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        int done;
        do {
            done = countWaiting();
        } while (done == MOST);
    }

    /** @return how many sessions were taken from what waits, at most 50 */
    public int countWaiting() {
        return backlog.work(WAITING, MOST, this::count);
    }

    @Transactional
    void count(List<UUID> sessions) {
        sql.update(COUNT, clock.now(), sessions.toArray(UUID[]::new));
    }

    /** Of the sessions of a period, as far as somebody sees. */
    public List<SessionTally> between(Period period, Releases.Reach reach) {
        return sql.list(
                BETWEEN,
                SessionTallies::tally,
                start(period.from()),
                start(period.to().plusDays(1)),
                reach.parameters()[0],
                reach.parameters()[1]);
    }

    /**
     * What of them is told to a reader who must not learn of single persons: whole cells only.
     *
     * @param sums of whole months
     * @param least people of a cell, 0 for a reader who may
     */
    public List<SessionTally> told(List<SessionTally> sums, int least) {
        YearMonth running = YearMonth.from(clock.today());
        return ToldCells.of(sums, SessionTally::cell, one -> one.sums().scored(), least, running);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(OfficialClock.ZONE).toInstant();
    }

    private static SessionTally tally(ResultSet row) throws SQLException {
        ExamSums sums = new ExamSums(
                row.getLong("candidates"),
                row.getLong("present"),
                row.getLong("scored"),
                row.getLong("passed"),
                row.getLong("points"),
                row.getLong("squares"),
                row.getLong("timed"),
                row.getLong("seconds"),
                row.getLong("second_squares"));
        return new SessionTally(
                row.getObject("session_id", UUID.class),
                row.getObject("centre_id", UUID.class),
                row.getString("zh"),
                row.getString("en"),
                row.getString("region"),
                row.getObject("room_id", UUID.class),
                row.getString("label"),
                row.getString("qualification"),
                Sql.instant(row, "starts_at"),
                sums,
                Sql.instant(row, "counted_at"));
    }
}
