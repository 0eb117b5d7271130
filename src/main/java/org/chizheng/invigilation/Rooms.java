package org.chizheng.invigilation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** What goes on in a room: read from the logs of its own sittings only, by their keys. */
@ApplicationScoped
public class Rooms {
    private static final String WATCH = """
            SELECT e.id, e.ticket, p.name, t.label seat, e.checked_in_at IS NOT NULL checked_in, s.id sitting, s.state, s.deadline,
                   EXISTS (SELECT 1 FROM enrolment_pause h WHERE h.enrolment_id = e.id AND h.until_at IS NULL) kept,
                   s.held_at, l.last_seen_at,
                   EXISTS (SELECT 1 FROM lockdown_waiver w WHERE w.enrolment_id = e.id) waived,
                   clock_timestamp() now,
                   (SELECT count(*) FROM (SELECT DISTINCT ON (r.item) r.answer FROM response_event r WHERE r.sitting_id = s.id AND r.kind = 'ANSWERED'
                     AND r.counted ORDER BY r.item, r.sequence DESC) a WHERE a.answer <> '') answered,
                   ARRAY(SELECT r.answer || ' ' || count(*) FROM response_event r WHERE r.sitting_id = s.id AND r.kind = 'NOTED'
                     GROUP BY r.answer ORDER BY count(*) DESC, r.answer) notes
            FROM enrolment e JOIN person p ON p.id = e.person_id
            LEFT JOIN seat t ON t.id = e.seat_id LEFT JOIN sitting s ON s.enrolment_id = e.id LEFT JOIN sitting_presence l ON l.sitting_id = s.id
            WHERE e.session_id = ? ORDER BY t.label NULLS LAST, e.ticket""";
    private static final String GAPS = """
            SELECT g.sitting_id, g.from_at, g.until_at FROM sitting_gap g JOIN sitting s ON s.id = g.sitting_id
            WHERE s.session_id = ? AND g.credited_at IS NULL ORDER BY g.from_at""";
    private static final String SEATS =
            "SELECT t.label FROM exam_session s JOIN seat t ON t.room_id = s.room_id WHERE s.id = ? ORDER BY t.label";
    private static final String ITEMS = """
            SELECT coalesce(sum(q.items), 0) FROM exam_session s JOIN paper_batch b ON b.id = s.batch_id
            JOIN blueprint_quota q ON q.blueprint_id = b.blueprint_id WHERE s.id = ?""";
    private static final Duration SILENCE = Duration.ofSeconds(40);
    private final Sql sql;

    public Rooms(Sql sql) {
        this.sql = sql;
    }

    /** Labels of the seats of the session's room. */
    List<String> seats(UUID session) {
        return sql.list(SEATS, row -> row.getString(1), session);
    }

    /** Items of a paper of the session. */
    int items(UUID session) {
        return sql.first(ITEMS, row -> row.getInt(1), session).orElseThrow();
    }

    /** All candidates of a session, by seat. */
    public List<Watched> watch(UUID session) {
        Map<UUID, List<Watched.Gap>> gaps = new HashMap<>();
        sql.list(
                GAPS,
                row -> gaps.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                        .add(gap(row)),
                session);
        return sql.list(WATCH, row -> watched(row, gaps), session);
    }

    private static List<Watched.Notes> notes(ResultSet row) throws SQLException {
        List<Watched.Notes> notes = new ArrayList<>();
        for (String each : (String[]) row.getArray("notes").getArray()) {
            String[] words = each.split(" ");
            notes.add(new Watched.Notes(words[0], Integer.parseInt(words[1])));
        }
        return notes;
    }

    private static Watched.Gap gap(ResultSet row) throws SQLException {
        Instant from = Sql.instant(row, "from_at");
        return new Watched.Gap(
                from, Duration.between(from, Sql.instant(row, "until_at")).toSeconds());
    }

    /** What a candidate is who has not begun. */
    static String before(ResultSet row) throws SQLException {
        if (row.getBoolean("kept")) {
            return "KEPT";
        }
        return row.getBoolean("checked_in") ? "NOT_BEGUN" : "NOT_CHECKED_IN";
    }

    private static Watched watched(ResultSet row, Map<UUID, List<Watched.Gap>> gaps) throws SQLException {
        UUID sitting = row.getObject("sitting", UUID.class);
        String state = row.getString("state");
        Instant now = Sql.instant(row, "now");
        Instant held = Sql.instant(row, "held_at");
        Instant seen = Sql.instant(row, "last_seen_at");
        boolean open = sitting != null && !"CLOSED".equals(state);
        Integer left = null;
        if (open) {
            Duration time = Duration.between(held == null ? now : held, Sql.instant(row, "deadline"));
            left = (int) Math.max(0, time.toMinutes());
        }
        return new Watched(
                row.getObject("id", UUID.class),
                row.getString("ticket"),
                row.getString("name"),
                row.getString("seat"),
                sitting,
                sitting != null ? state : before(row),
                row.getInt("answered"),
                notes(row),
                left,
                seen,
                open && (seen == null || Duration.between(seen, now).compareTo(SILENCE) > 0),
                row.getBoolean("waived"),
                gaps.getOrDefault(sitting, List.of()));
    }
}
