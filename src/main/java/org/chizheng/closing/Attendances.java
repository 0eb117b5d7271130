package org.chizheng.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.closing.rule.Attendance;
import org.chizheng.common.Sql;
import org.chizheng.session.SessionView;

/** Who came to a session, who did not, and who handed in when. What the entrance noted counts until the staff of the room say something else. */
@ApplicationScoped
public class Attendances {
    private static final String OF_SESSION = """
            SELECT e.id, e.ticket, e.checked_in_at, p.name, t.label seat, s.id sitting, s.started_at, s.state, s.closed_at, s.closed_by,
                   r.number receipt, r.digest,
                   coalesce(a.kind, CASE WHEN c.state = 'REFUSED' AND c.reason = 'TOO_LATE' THEN 'TOO_LATE' WHEN c.state = 'REFUSED' THEN 'TURNED_AWAY' WHEN n.enrolment_id IS NOT NULL THEN 'NO_SHOW' END) absence,
                   CASE WHEN a.kind IS NULL THEN w.zh ELSE a.reason END reason
            FROM enrolment e JOIN person p ON p.id = e.person_id LEFT JOIN seat t ON t.id = e.seat_id LEFT JOIN sitting s ON s.enrolment_id = e.id
            LEFT JOIN receipt r ON r.sitting_id = s.id LEFT JOIN absence a ON a.enrolment_id = e.id
            LEFT JOIN no_show n ON n.enrolment_id = e.id
            LEFT JOIN LATERAL (SELECT c.state, c.reason FROM entrance_check c WHERE c.enrolment_id = e.id ORDER BY c.first_at DESC, c.id DESC LIMIT 1) c ON true
            LEFT JOIN entrance_reason w ON w.code = c.reason AND c.state = 'REFUSED'
            WHERE e.session_id = ? ORDER BY length(t.label), t.label, e.ticket""";
    private final Sql sql;

    Attendances(Sql sql) {
        this.sql = sql;
    }

    /** By seat, those without one last. */
    public List<AttendanceLine> of(SessionView session) {
        return sql.list(OF_SESSION, row -> line(row, session.startedAt()), session.id());
    }

    private static AttendanceLine line(ResultSet row, Instant startedAt) throws SQLException {
        byte[] digest = row.getBytes("digest");
        Attendance.Known known = new Attendance.Known(
                Sql.instant(row, "checked_in_at"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "closed_at"),
                row.getString("absence"));
        return new AttendanceLine(
                row.getObject("id", UUID.class),
                row.getObject("sitting", UUID.class),
                row.getString("ticket"),
                row.getString("name"),
                row.getString("seat"),
                known.checkedInAt(),
                known.beganAt(),
                "HELD".equals(row.getString("state")),
                known.closedAt(),
                row.getString("closed_by"),
                row.getString("receipt"),
                digest == null ? null : HexFormat.of().formatHex(digest),
                row.getString("reason"),
                Attendance.of(known, startedAt));
    }
}
