package org.chizheng.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Where a candidate has to be: nobody is in two places at once. Everything that takes a candidate's time belongs in this one query. */
@ApplicationScoped
public class Engagements {
    private static final String OVERLAPPING = """
            WITH due AS (
                SELECT s.id, s.starts_at, s.starts_at + make_interval(mins => s.late_minutes + s.minutes) until
                FROM enrolment e JOIN exam_session s ON s.id = e.session_id WHERE e.person_id = ? AND s.state IN ('SCHEDULED', 'CHECK_IN')
                UNION ALL SELECT p.id, c.slot_at, c.slot_at + make_interval(mins => p.minutes)
                FROM practical_candidate c JOIN practical_session p ON p.id = c.session_id WHERE c.person_id = ? AND c.state = 'ADMITTED')
            SELECT starts_at FROM due WHERE id <> ? AND starts_at < ? AND until > ? ORDER BY starts_at LIMIT 1""";
    private final Sql sql;

    public Engagements(Sql sql) {
        this.sql = sql;
    }

    /** From its start to the end of the last who may come late. @throws Refused ELSEWHERE, with the day of what is in the way */
    public void mustBeFree(UUID person, SessionView session) {
        Instant end = session.startsAt().plus(Duration.ofMinutes((long) session.lateMinutes() + session.minutes()));
        mustBeFree(person, session.id(), session.startsAt(), end);
    }

    /** @param session of theory or practical that the time belongs to; @throws Refused as above */
    public void mustBeFree(UUID person, UUID session, Instant from, Instant until) {
        overlapping(person, session, from, until).ifPresent(other -> {
            throw new Refused(
                    SessionRefusal.ELSEWHERE, OfficialClock.dateOf(other).toString());
        });
    }

    /** The start of the first engagement within a time, other than a session that is looked at; what has begun no longer counts. */
    private Optional<Instant> overlapping(UUID person, UUID session, Instant from, Instant until) {
        return sql.first(OVERLAPPING, row -> Sql.instant(row, "starts_at"), person, person, session, until, from);
    }
}
