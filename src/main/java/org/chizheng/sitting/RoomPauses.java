package org.chizheng.sitting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.audit.Auditing;
import org.chizheng.common.DatabaseClock;
import org.chizheng.common.Sql;

/**
 * The pauses of whole rooms, and of chosen candidates before they begin. Whoever begins shares a lock with all who begin, and the act that pauses the room takes it alone: so a sitting either has begun before the
 * pause, and is found by whoever then pauses all that have begun, or it does not begin.
 */
@ApplicationScoped
public class RoomPauses {
    private static final String LOCK_SHARED = "SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 0))";
    private static final String LOCK_ALONE = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";
    /** The room's own row has no enrolment; of a candidate, what the room and the candidate alone stood still counts once where it overlaps. */
    private static final String STOOD = """
            WITH room AS (SELECT from_at, until_at FROM room_pause WHERE session_id = ?),
                 own AS (SELECT enrolment_id, from_at, until_at FROM enrolment_pause WHERE session_id = ?),
                 due AS (SELECT NULL::uuid enrolment_id, from_at, until_at FROM room
                         UNION ALL SELECT enrolment_id, from_at, until_at FROM own
                         UNION ALL SELECT o.enrolment_id, r.from_at, r.until_at FROM room r CROSS JOIN (SELECT DISTINCT enrolment_id FROM own) o),
                 spans AS (SELECT enrolment_id, unnest(range_agg(tstzrange(from_at, until_at)) FILTER (WHERE until_at IS NOT NULL)) span FROM due GROUP BY enrolment_id)
            SELECT d.enrolment_id, d.paused, coalesce((SELECT sum(extract(epoch FROM upper(o.span) - lower(o.span)) * 1000000) FROM spans o
                                                       WHERE o.enrolment_id IS NOT DISTINCT FROM d.enrolment_id), 0)::bigint stood
            FROM (SELECT enrolment_id, bool_or(until_at IS NULL) paused FROM due GROUP BY enrolment_id) d""";

    private static final String BEGIN = """
            INSERT INTO room_pause (session_id, from_at) SELECT id, ? FROM exam_session WHERE id = ? AND state = 'RUNNING'
            ON CONFLICT (session_id) WHERE until_at IS NULL DO NOTHING""";
    private static final String END =
            "UPDATE room_pause SET until_at = greatest(from_at, ?) WHERE session_id = ? AND until_at IS NULL";
    private static final String SINCE = """
            SELECT p.from_at FROM room_pause p JOIN exam_session s ON s.id = p.session_id
            WHERE p.session_id = ? AND p.until_at IS NULL AND s.state = 'RUNNING'""";
    private static final String HOLD = """
            INSERT INTO enrolment_pause (enrolment_id, session_id, from_at)
            SELECT e.id, x.id, ? FROM enrolment e JOIN exam_session x ON x.id = e.session_id AND x.state = 'RUNNING'
            WHERE x.id = ? AND e.id = ANY (?) AND e.checked_in_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sitting s WHERE s.enrolment_id = e.id)
            ON CONFLICT (enrolment_id) WHERE until_at IS NULL DO NOTHING RETURNING enrolment_id""";
    private static final String LET_GO = """
            UPDATE enrolment_pause SET until_at = greatest(from_at, ?) WHERE session_id = ? AND until_at IS NULL AND (?::uuid[] IS NULL OR enrolment_id = ANY (?::uuid[]))
            RETURNING enrolment_id""";
    private static final String OPEN = """
            SELECT NULL AS name, from_at FROM room_pause WHERE session_id = ? AND until_at IS NULL
            UNION ALL SELECT p.name || ' ' || e.ticket, h.from_at FROM enrolment_pause h JOIN enrolment e ON e.id = h.enrolment_id JOIN person p ON p.id = e.person_id
            WHERE h.session_id = ? AND h.until_at IS NULL ORDER BY 2""";
    private final Sql sql;
    private final DatabaseClock clock;
    private final Auditing auditing;

    public RoomPauses(Sql sql, DatabaseClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** @param stood in all pauses that are over; @param paused now */
    record Pause(Duration stood, boolean paused) {
        private static final Pause NONE = new Pause(Duration.ZERO, false);
    }

    /** @param room as a whole; @param candidates by enrolment, those who were held alone, with what the room stood still */
    record Standstill(Pause room, Map<UUID, Pause> candidates) {
        Pause of(UUID enrolment) {
            return candidates.getOrDefault(enrolment, room);
        }
    }

    /** A pause that is open. @param who name and ticket of one candidate, or null for the whole room */
    public record Open(String who, Instant since) {}

    /** How the room stands until the end of the connection's transaction. */
    static Standstill until(Connection connection, UUID session) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK_SHARED)) {
            lock.setString(1, key(session));
            lock.execute();
        }
        Map<UUID, Pause> candidates = new HashMap<>();
        Pause room = Pause.NONE;
        try (PreparedStatement query = connection.prepareStatement(STOOD)) {
            query.setObject(1, session);
            query.setObject(2, session);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    UUID enrolment = row.getObject("enrolment_id", UUID.class);
                    Pause pause = new Pause(
                            Duration.ofNanos(Math.multiplyExact(row.getLong("stood"), 1000)), row.getBoolean("paused"));
                    if (enrolment == null) {
                        room = pause;
                    } else {
                        candidates.put(enrolment, pause);
                    }
                }
            }
        }
        return new Standstill(room, candidates);
    }

    /** Since when the room stands still; empty while it does not, or is not under way. */
    public Optional<Instant> since(UUID session) {
        return sql.first(SINCE, row -> Sql.instant(row, "from_at"), session);
    }

    /** All pauses of a session that are open, of the whole room and of candidates who have not begun; the oldest first. */
    public List<Open> open(UUID session) {
        return sql.list(OPEN, row -> new Open(row.getString(1), Sql.instant(row, "from_at")), session, session);
    }

    /**
     * Within the caller's transaction, which has to be committed before those who have begun are looked for: whoever begins waits for it, and must not be waited for by it. From then on
     * nobody begins.
     *
     * @return whether the room was under way and not paused
     */
    public boolean begin(UUID session, String reason) {
        sql.first(LOCK_ALONE, row -> true, key(session));
        boolean began = sql.update(BEGIN, clock.now(), session) > 0;
        if (began) {
            auditing.note(AuditedAct.PAUSED, "session", session, reason);
        }
        return began;
    }

    /** The same for chosen candidates who are checked in and have not begun. @return those who are held now and were not */
    public List<UUID> hold(UUID session, List<UUID> enrolments, String reason) {
        sql.first(LOCK_ALONE, row -> true, key(session));
        Object whom = enrolments.toArray(UUID[]::new);
        return noted(AuditedAct.PAUSED, reason, sql.list(HOLD, RoomPauses::id, clock.now(), session, whom));
    }

    /** Within the caller's transaction. @return whether it was paused */
    public boolean end(UUID session, String reason) {
        boolean ended = sql.update(END, clock.now(), session) > 0;
        if (ended) {
            auditing.note(AuditedAct.RESUMED, "session", session, reason);
        }
        return ended;
    }

    /** Within the caller's transaction. @param enrolments null for all of the session; @return those who were held before they had begun, and may begin now */
    public List<UUID> letGo(UUID session, List<UUID> enrolments, String reason) {
        Object whom = enrolments == null ? null : enrolments.toArray(UUID[]::new);
        return noted(AuditedAct.RESUMED, reason, sql.list(LET_GO, RoomPauses::id, clock.now(), session, whom, whom));
    }

    private List<UUID> noted(String act, String reason, List<UUID> enrolments) {
        enrolments.forEach(enrolment -> auditing.note(act, "enrolment", enrolment, reason));
        return enrolments;
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    private static String key(UUID session) {
        return "room " + session;
    }
}
