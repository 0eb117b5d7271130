package org.chizheng.booking;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.booking.rule.SessionPlan.Demand;
import org.chizheng.booking.rule.SessionPlan.Open;
import org.chizheng.common.Sql;

/** Who has no place, where seats are free, which rooms there are and when they are taken. */
@ApplicationScoped
public class Demands {
    private static final String WITHOUT_PLACE = """
            SELECT a.qualification, a.region, count(*) FROM application a
            WHERE a.state = 'ACCEPTED' AND NOT EXISTS (
                SELECT 1 FROM enrolment e JOIN exam_session s ON s.id = e.session_id
                WHERE e.application_id = a.id AND (s.state <> 'ENDED' OR e.checked_in_at IS NOT NULL))
            GROUP BY a.qualification, a.region ORDER BY a.qualification, a.region""";
    private static final String FREE = """
            SELECT qualification, region, sum(free) FROM (
                SELECT s.qualification, c.region, greatest(0, least(r.capacity, (SELECT count(*) FROM seat t WHERE t.room_id = s.room_id AND t.out_since IS NULL))
                       - (SELECT count(*) FROM enrolment e WHERE e.session_id = s.id)) free
                FROM exam_session s JOIN centre c ON c.id = s.centre_id JOIN room r ON r.id = s.room_id
                WHERE s.state = 'SCHEDULED' AND NOT s.rehearsal AND s.starts_at > ?) o
            GROUP BY qualification, region ORDER BY qualification, region""";
    private static final String TAKEN = """
            SELECT room_id, starts_at, starts_at + make_interval(mins => late_minutes + minutes) until FROM exam_session
            WHERE room_id = ANY (?) AND state <> 'ENDED' AND starts_at < ? AND starts_at + make_interval(mins => late_minutes + minutes) > ?""";
    private final Sql sql;

    public Demands(Sql sql) {
        this.sql = sql;
    }

    /** A room in use from an instant until another. */
    record Taken(UUID room, Instant from, Instant until) {
        boolean overlaps(UUID other, Instant start, Instant end) {
            return room.equals(other) && from.isBefore(end) && until.isAfter(start);
        }
    }

    public List<Demand> withoutPlace() {
        return sql.list(WITHOUT_PLACE, row -> new Demand(row.getString(1), row.getString(2), row.getInt(3)));
    }

    /** Of sessions that begin after an instant. */
    public List<Open> free(Instant after) {
        return sql.list(FREE, row -> new Open(row.getString(1), row.getString(2), row.getInt(3)), after);
    }

    List<Taken> taken(List<UUID> rooms, Instant from, Instant until) {
        return sql.list(
                TAKEN,
                row -> new Taken(
                        row.getObject(1, UUID.class), Sql.instant(row, "starts_at"), Sql.instant(row, "until")),
                rooms.toArray(UUID[]::new),
                until,
                from);
    }

    /** Keeps others from planning in these rooms until the transaction ends. */
    void lockRooms(List<UUID> rooms) {
        sql.list("SELECT id FROM room WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE", row -> true, (Object)
                rooms.toArray(UUID[]::new));
    }

    /** Qualifications that papers can be drawn for. */
    Set<String> examinable() {
        return new HashSet<>(sql.list(
                "SELECT DISTINCT s.qualification FROM blueprint b JOIN subject s ON s.code = b.subject",
                row -> row.getString(1)));
    }
}
