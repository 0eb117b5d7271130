package org.chizheng.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Walk-ins of a session: those whom somebody has still to see to stand first. */
@ApplicationScoped
public class WalkIns {
    private static final String SELECT = """
            SELECT w.*, p.name, c.zh, c.en, r.label room, s.starts_at other_starts FROM walk_in w LEFT JOIN person p ON p.id = w.person_id
            LEFT JOIN enrolment e ON e.id = w.enrolment_id AND w.kind = 'ELSEWHERE' LEFT JOIN exam_session s ON s.id = e.session_id
            LEFT JOIN centre c ON c.id = s.centre_id LEFT JOIN room r ON r.id = s.room_id WHERE w.session_id = ? """;
    private final Sql sql;

    public WalkIns(Sql sql) {
        this.sql = sql;
    }

    public List<WalkInView> ofSession(UUID session) {
        return sql.list(SELECT + " ORDER BY w.outcome IS NOT NULL, w.seen_at DESC", WalkIns::view, session);
    }

    public Optional<WalkInView> find(UUID session, UUID id) {
        return sql.first(SELECT + " AND w.id = ?", WalkIns::view, session, id);
    }

    private static WalkInView view(ResultSet row) throws SQLException {
        return new WalkInView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("name"),
                row.getObject("enrolment_id", UUID.class),
                row.getString("zh"),
                row.getString("en"),
                row.getString("room"),
                Sql.instant(row, "other_starts"),
                Sql.instant(row, "seen_at"),
                row.getString("seen_by"),
                row.getString("outcome"),
                row.getString("settled_by"),
                Sql.instant(row, "settled_at"),
                row.getString("note"));
    }
}
