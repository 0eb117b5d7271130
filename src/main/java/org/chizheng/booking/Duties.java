package org.chizheng.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Who is on duty in a session, who of the centre could be, and which links the sweep has found. */
@ApplicationScoped
public class Duties {
    private static final String STAFF = "SELECT f.*, p.name FROM centre_staff f JOIN person p ON p.id = f.person_id ";
    private static final String AVAILABLE = STAFF + """
            WHERE f.centre_id = ? AND f.since <= ? AND (f.until IS NULL OR f.until >= ?)
              AND NOT EXISTS (SELECT 1 FROM session_duty d WHERE d.session_id = ? AND d.staff_id = f.id)
            ORDER BY f.duty, p.name, f.id""";
    private static final String ELSEWHERE = """
            SELECT o.starts_at FROM session_duty d JOIN centre_staff f ON f.id = d.staff_id JOIN exam_session o ON o.id = d.session_id
            JOIN exam_session s ON s.id = ?
            WHERE f.person_id = ? AND o.id <> s.id AND o.state <> 'ENDED'
              AND o.starts_at < s.starts_at + make_interval(mins => s.late_minutes + s.minutes)
              AND o.starts_at + make_interval(mins => o.late_minutes + o.minutes) > s.starts_at
            ORDER BY o.starts_at LIMIT 1""";
    private static final String CONFLICTS = """
            SELECT c.*, f.person_id officer_id, o.name officer, p.name candidate FROM duty_conflict c JOIN centre_staff f ON f.id = c.staff_id
            JOIN person o ON o.id = f.person_id JOIN person p ON p.id = c.person_id
            WHERE c.session_id = ? AND c.gone_at IS NULL ORDER BY o.name, p.name, c.id""";
    private final Sql sql;

    public Duties(Sql sql) {
        this.sql = sql;
    }

    /** A member of a centre's staff; qualifiedUntil: last day, null without end. */
    public record Member(UUID id, UUID centre, UUID person, String name, String duty, LocalDate qualifiedUntil) {
        private static Member of(ResultSet row) throws SQLException {
            return new Member(
                    row.getObject("id", UUID.class),
                    row.getObject("centre_id", UUID.class),
                    row.getObject("person_id", UUID.class),
                    row.getString("name"),
                    row.getString("duty"),
                    Sql.date(row, "qualified_until"));
        }
    }

    /** A link that is still there; by: name of the trainer, provider or enterprise. */
    public record Conflict(
            UUID staff, String officer, UUID person, String candidate, String kind, String by, Instant foundAt) {}

    /** Somebody on duty in one of several sessions. */
    public record OnDuty(UUID session, UUID staff, UUID person, String name) {}

    public List<Member> onDuty(UUID session) {
        return sql.list(
                STAFF + "JOIN session_duty d ON d.staff_id = f.id WHERE d.session_id = ? ORDER BY f.duty, p.name, f.id",
                Member::of,
                session);
    }

    public List<OnDuty> onDuty(Collection<UUID> sessions) {
        return sql.list(
                "SELECT d.session_id, f.id, f.person_id, p.name FROM session_duty d JOIN centre_staff f ON f.id = d.staff_id"
                        + " JOIN person p ON p.id = f.person_id WHERE d.session_id = ANY (?) ORDER BY p.name, f.id",
                row -> new OnDuty(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4)),
                (Object) sessions.toArray(UUID[]::new));
    }

    /** Of the centre's staff on a day, those who are not on duty in the session yet. */
    public List<Member> available(UUID centre, UUID session, LocalDate day) {
        return sql.list(AVAILABLE, Member::of, centre, day, day, session);
    }

    /** When the person is on duty in another session at the same time. */
    Optional<Instant> elsewhere(UUID session, UUID person) {
        return sql.first(ELSEWHERE, row -> Sql.instant(row, "starts_at"), session, person);
    }

    public List<Conflict> conflicts(UUID session) {
        return sql.list(
                CONFLICTS,
                row -> new Conflict(
                        row.getObject("staff_id", UUID.class),
                        row.getString("officer"),
                        row.getObject("person_id", UUID.class),
                        row.getString("candidate"),
                        row.getString("kind"),
                        row.getString("linked_by"),
                        Sql.instant(row, "found_at")),
                session);
    }

    List<UUID> candidates(UUID session) {
        return sql.list(
                "SELECT person_id FROM enrolment WHERE session_id = ?", row -> row.getObject(1, UUID.class), session);
    }

    /** Sessions not begun yet that somebody is on duty in. */
    List<UUID> toCome() {
        return sql.list(
                "SELECT s.id FROM exam_session s WHERE s.state IN ('SCHEDULED', 'CHECK_IN') AND NOT s.rehearsal"
                        + " AND EXISTS (SELECT 1 FROM session_duty d WHERE d.session_id = s.id) ORDER BY s.starts_at, s.id",
                row -> row.getObject(1, UUID.class));
    }
}
