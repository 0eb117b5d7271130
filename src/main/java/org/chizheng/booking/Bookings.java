package org.chizheng.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** Accepted applications with their places, sessions that can be booked, and who waits. A place in a session that has ended without the candidate is no place any more. */
@ApplicationScoped
public class Bookings {
    private static final String SEEKER = """
            SELECT a.*, p.name, e.enrolment_id, e.session_id, e.ticket,
                   (SELECT count(*) FROM booking_event v WHERE v.application_id = a.id AND v.kind IN ('MOVED_AWAY', 'CANCELLED')) changes
            FROM application a JOIN person p ON p.id = a.person_id
            LEFT JOIN LATERAL (SELECT e.id enrolment_id, e.session_id, e.ticket FROM enrolment e JOIN exam_session s ON s.id = e.session_id
                               WHERE e.application_id = a.id AND (s.state <> 'ENDED' OR e.checked_in_at IS NOT NULL)
                               ORDER BY s.starts_at DESC LIMIT 1) e ON true
            WHERE a.state = 'ACCEPTED' AND\s""";
    private static final String SESSION = """
            SELECT s.id, s.qualification, s.starts_at, s.minutes, c.zh, c.en, c.region, r.label room,
                   least(r.capacity, (SELECT count(*) FROM seat t WHERE t.room_id = s.room_id AND t.out_since IS NULL)) seats,
                   (SELECT count(*) FROM enrolment e WHERE e.session_id = s.id) enrolled,
                   (SELECT count(*) FROM waiting_place w WHERE w.session_id = s.id AND w.state = 'WAITING') waiting
            FROM exam_session s JOIN centre c ON c.id = s.centre_id JOIN room r ON r.id = s.room_id """;
    private static final String NEAR = SESSION
            + " WHERE s.qualification = ? AND s.state = 'SCHEDULED' AND NOT s.rehearsal AND s.starts_at > ?"
            + " ORDER BY c.region <> ?, left(c.region, 4) <> left(?, 4), s.starts_at, s.id LIMIT 60";
    private static final int MOST = 2000;
    private final Sql sql;

    public Bookings(Sql sql) {
        this.sql = sql;
    }

    public List<Seeker> ofPerson(UUID person) {
        return sql.list(SEEKER + " a.person_id = ? ORDER BY a.applied_at, a.id", Bookings::seeker, person);
    }

    public Optional<Seeker> find(UUID application) {
        return sql.first(SEEKER + " a.id = ?", Bookings::seeker, application);
    }

    /** Of an enterprise's applications; at most 2000. */
    public List<Seeker> ofEnterprises(List<UUID> enterprises) {
        return sql.list(
                SEEKER + " a.enterprise_id = ANY (?) ORDER BY a.qualification, p.name, a.id LIMIT " + MOST,
                Bookings::seeker,
                (Object) enterprises.toArray(UUID[]::new));
    }

    /** Sessions that begin after an instant, those of the same county first, then of the same city, each by time; at most 60. */
    public List<OpenSession> near(String qualification, String region, Instant after) {
        return sql.list(NEAR, Bookings::session, qualification, after, region, region);
    }

    /** Any session, open or not. */
    public Optional<OpenSession> session(UUID id) {
        return sql.first(SESSION + " WHERE s.id = ?", Bookings::session, id);
    }

    /** Sessions that an application waits for. */
    public List<UUID> waitsFor(UUID application) {
        return sql.list(
                "SELECT session_id FROM waiting_place WHERE application_id = ? AND state = 'WAITING'",
                row -> row.getObject(1, UUID.class),
                application);
    }

    /** Applications that wait for a session, the first to come first. */
    public List<UUID> waiting(UUID session) {
        return sql.list(
                "SELECT application_id FROM waiting_place WHERE session_id = ? AND state = 'WAITING' ORDER BY joined_at, id",
                row -> row.getObject(1, UUID.class),
                session);
    }

    private static Seeker seeker(ResultSet row) throws SQLException {
        return new Seeker(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                row.getString("qualification"),
                row.getString("region"),
                row.getString("policy"),
                OfficialClock.dateOf(Sql.instant(row, "applied_at")),
                row.getObject("enterprise_id", UUID.class),
                row.getObject("enrolment_id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getString("ticket"),
                row.getInt("changes"));
    }

    private static OpenSession session(ResultSet row) throws SQLException {
        return new OpenSession(
                row.getObject("id", UUID.class),
                row.getString("zh"),
                row.getString("en"),
                row.getString("region"),
                row.getString("room"),
                row.getString("qualification"),
                Sql.instant(row, "starts_at"),
                row.getInt("minutes"),
                row.getInt("seats"),
                row.getInt("enrolled"),
                row.getInt("waiting"));
    }
}
