package org.chizheng.sitting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.audit.Auditing;
import org.chizheng.common.DatabaseClock;
import org.chizheng.common.Sql;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The pauses of whole rooms. Whoever begins shares a lock with all who begin, and the act that pauses the room takes it alone: so a sitting either has begun before the
 * pause, and is found by whoever then pauses all that have begun, or it does not begin.
 */
@ApplicationScoped
public class RoomPauses {
    private static final String LOCK_SHARED = "SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 0))";
    private static final String LOCK_ALONE = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String STOOD = """
            SELECT coalesce(sum(extract(epoch FROM until_at - from_at) * 1000000), 0)::bigint stood, coalesce(bool_or(until_at IS NULL), false) paused
            FROM room_pause WHERE session_id = ?""";
    private static final String BEGIN = """
            INSERT INTO room_pause (session_id, from_at) SELECT id, ? FROM exam_session WHERE id = ? AND state = 'RUNNING'
            ON CONFLICT (session_id) WHERE until_at IS NULL DO NOTHING""";
    private static final String END =
            "UPDATE room_pause SET until_at = greatest(from_at, ?) WHERE session_id = ? AND until_at IS NULL";
    private static final String SINCE = """
            SELECT p.from_at FROM room_pause p JOIN exam_session s ON s.id = p.session_id
            WHERE p.session_id = ? AND p.until_at IS NULL AND s.state = 'RUNNING'""";
    private final Sql sql;
    private final DatabaseClock clock;
    private final Auditing auditing;

    public RoomPauses(Sql sql, DatabaseClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** @param stood in all pauses that are over; @param paused now */
    record Standstill(Duration stood, boolean paused) {}

    /** How the room stands until the end of the connection's transaction. */
    static Standstill until(Connection connection, UUID session) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK_SHARED)) {
            lock.setString(1, key(session));
            lock.execute();
        }
        try (PreparedStatement query = connection.prepareStatement(STOOD)) {
            query.setObject(1, session);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Standstill(
                        Duration.ofNanos(Math.multiplyExact(row.getLong("stood"), 1000)), row.getBoolean("paused"));
            }
        }
    }

    /** Since when the room stands still; empty while it does not, or is not under way. */
    public Optional<Instant> since(UUID session) {
        return sql.first(SINCE, row -> Sql.instant(row, "from_at"), session);
    }

    /**
     * From its return on nobody begins, and whoever has begun can be found: it is committed at once, for those who begin cannot be waited for in the transaction that
     * pauses them.
     *
     * @return whether the room was under way and not paused
     */
    public boolean begin(UUID session, String reason) {
        return QuarkusTransaction.requiringNew().call(() -> {
            sql.first(LOCK_ALONE, row -> true, key(session));
            boolean began = sql.update(BEGIN, clock.now(), session) > 0;
            if (began) {
                auditing.note(AuditedAct.PAUSED, "session", session, reason);
            }
            return began;
        });
    }

    /** Within the caller's transaction. @return whether it was paused */
    public boolean end(UUID session, String reason) {
        boolean ended = sql.update(END, clock.now(), session) > 0;
        if (ended) {
            auditing.note(AuditedAct.RESUMED, "session", session, reason);
        }
        return ended;
    }

    private static String key(UUID session) {
        return "room " + session;
    }
}
