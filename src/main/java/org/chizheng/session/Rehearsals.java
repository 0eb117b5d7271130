package org.chizheng.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Rehearsals and what came of them. */
@ApplicationScoped
public class Rehearsals {
    private static final Sql.Row<RehearsalView> REPORT = row -> new RehearsalView(
            row.getObject("session_id", UUID.class),
            row.getObject("room_id", UUID.class),
            Sql.instant(row, "reported_at"),
            row.getInt("candidates"),
            row.getInt("saves"),
            row.getLong("p99_micros"),
            row.getInt("lost"),
            row.getInt("wrong"));
    private static final String REPORTS = """
            SELECT r.*, s.room_id FROM exam_session s JOIN rehearsal_report r ON r.session_id = s.id
            WHERE s.rehearsal AND s.room_id = ? AND r.candidates >= ? ORDER BY r.reported_at DESC LIMIT 1""";
    private static final String LATEST = """
            SELECT DISTINCT ON (s.room_id) r.*, s.room_id FROM exam_session s JOIN rehearsal_report r ON r.session_id = s.id
            WHERE s.rehearsal ORDER BY s.room_id, r.reported_at DESC""";
    private final Sql sql;

    public Rehearsals(Sql sql) {
        this.sql = sql;
    }

    public boolean isRehearsal(UUID session) {
        return sql.first("SELECT 1 FROM exam_session WHERE id = ? AND rehearsal", row -> true, session)
                .isPresent();
    }

    /** The newest with at least so many candidates. */
    public Optional<RehearsalView> newest(UUID room, int candidates) {
        return sql.first(REPORTS, REPORT, room, candidates);
    }

    /** The newest of each room that has one. */
    public List<RehearsalView> newestOfRooms() {
        return sql.list(LATEST, REPORT);
    }
}
