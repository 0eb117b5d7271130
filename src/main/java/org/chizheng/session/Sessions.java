package org.chizheng.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Sessions and enrolments. */
@ApplicationScoped
public class Sessions {
    private static final String SESSION = """
            SELECT s.*, c.zh centre_zh, c.en centre_en, c.region, r.label room,
                   (SELECT count(*) FROM enrolment e WHERE e.session_id = s.id) enrolled,
                   (SELECT count(*) FROM enrolment e WHERE e.session_id = s.id AND e.checked_in_at IS NOT NULL) checked_in
            FROM exam_session s JOIN centre c ON c.id = s.centre_id JOIN room r ON r.id = s.room_id """;
    private static final String ENROLMENT = """
            SELECT e.*, p.name, p.photo_sealed IS NOT NULL photo, t.label seat FROM enrolment e JOIN person p ON p.id = e.person_id LEFT JOIN seat t ON t.id = e.seat_id """;
    private static final int SHOWN = 100;
    private final Sql sql;

    public Sessions(Sql sql) {
        this.sql = sql;
    }

    public Optional<SessionView> find(UUID id) {
        return sql.first(SESSION + " WHERE s.id = ?", Sessions::session, id);
    }

    /** The newest sessions, by their time; rehearsals are not among them. */
    public List<SessionView> newest() {
        return sql.list(
                SESSION + " WHERE NOT s.rehearsal ORDER BY s.starts_at DESC, s.id DESC LIMIT " + SHOWN,
                Sessions::session);
    }

    public List<EnrolmentView> enrolments(UUID session) {
        return sql.list(ENROLMENT + " WHERE e.session_id = ? ORDER BY e.ticket", Sessions::enrolment, session);
    }

    public Optional<EnrolmentView> enrolment(UUID id) {
        return sql.first(ENROLMENT + " WHERE e.id = ?", Sessions::enrolment, id);
    }

    public Optional<EnrolmentView> byTicket(String ticket) {
        return sql.first(ENROLMENT + " WHERE e.ticket = ?", Sessions::enrolment, ticket);
    }

    private static SessionView session(ResultSet row) throws SQLException {
        return new SessionView(
                row.getObject("id", UUID.class),
                row.getObject("centre_id", UUID.class),
                row.getString("centre_zh"),
                row.getString("centre_en"),
                row.getString("region"),
                row.getObject("room_id", UUID.class),
                row.getString("room"),
                row.getString("qualification"),
                row.getObject("batch_id", UUID.class),
                row.getString("policy"),
                Sql.instant(row, "starts_at"),
                row.getInt("minutes"),
                row.getInt("late_minutes"),
                row.getString("state"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "released_at"),
                row.getInt("enrolled"),
                row.getInt("checked_in"));
    }

    private static EnrolmentView enrolment(ResultSet row) throws SQLException {
        return new EnrolmentView(
                row.getObject("id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                row.getBoolean("photo"),
                row.getString("ticket"),
                row.getInt("extra_minutes"),
                row.getString("seat"),
                row.getObject("paper_id", UUID.class),
                Sql.instant(row, "checked_in_at"));
    }
}
