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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads what has happened in a room since the last look, in one query: of each log only the entries behind those that are known. */
@ApplicationScoped
class RoomReading {
    private static final String READ = """
            SELECT x.state room_state, x.started_at, clock_timestamp() now,
                   (SELECT h.from_at FROM room_pause h WHERE h.session_id = x.id AND h.until_at IS NULL AND x.state = 'RUNNING') paused_at,
                   (SELECT json_agg(c) FROM (
                      SELECT number, (extract(epoch FROM at) * 1000)::bigint "at", actor, act, reason, whole_room "whole", asked, affected, minutes, seat,
                             (SELECT json_agg(e.ticket) FROM room_command_target g JOIN enrolment e ON e.id = g.enrolment_id WHERE g.command_id = m.id AND m.asked <= 3) tickets
                      FROM room_command m WHERE session_id = ? AND number > ? ORDER BY number DESC LIMIT 100) c) commands,
                   e.id, e.ticket, p.name, t.label seat, e.checked_in_at IS NOT NULL checked_in, s.id sitting, s.state, s.started_at begun_at, s.deadline, coalesce(s.held_at, y.from_at) held_at, y.from_at IS NOT NULL kept, s.locked_at, l.last_seen_at,
                   EXISTS (SELECT 1 FROM lockdown_waiver w WHERE w.enrolment_id = e.id) waived,
                   (SELECT count(*) FROM sitting_gap g WHERE g.sitting_id = s.id AND g.credited_at IS NULL) gaps, n.entries
            FROM exam_session x LEFT JOIN enrolment e ON e.session_id = x.id LEFT JOIN person p ON p.id = e.person_id
            LEFT JOIN seat t ON t.id = e.seat_id LEFT JOIN sitting s ON s.enrolment_id = e.id LEFT JOIN sitting_presence l ON l.sitting_id = s.id
            LEFT JOIN enrolment_pause y ON y.enrolment_id = e.id AND y.until_at IS NULL
            LEFT JOIN unnest(?::uuid[], ?::int[]) k (sitting, position) ON k.sitting = s.id
            LEFT JOIN LATERAL (
                SELECT array_agg(concat_ws('|', r.position, r.kind, r.sequence, r.item, r.counted, (extract(epoch FROM r.received_at) * 1000)::bigint, r.answer)
                                 ORDER BY r.position) entries
                FROM response_event r WHERE r.sitting_id = s.id AND r.position > coalesce(k.position, 0)) n ON true
            WHERE x.id = ?""";
    private static final Duration SILENCE = Duration.ofSeconds(40);
    private final Sql sql;
    private final ObjectMapper json;

    RoomReading(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** An entry of a log: at is in milliseconds since 1970. */
    record Entry(int position, String kind, int sequence, int item, boolean counted, long at, String word) {}

    /** A candidate as the rows say, with what the log has had since; sitting is null before the start. */
    record Seen(
            UUID id,
            String ticket,
            String name,
            String seat,
            UUID sitting,
            String state,
            boolean locked,
            Long until,
            Long held,
            Long seen,
            boolean silent,
            boolean waived,
            int gaps,
            List<Entry> entries) {}

    /** @param pausedAt since when the room stands still, or null; @param now milliseconds since 1970 by the database; @param commands a list, the newest first, or null if there is nothing new */
    record Look(String state, Long startedAt, Long pausedAt, long now, JsonNode commands, List<Seen> candidates) {}

    /**
     * @param known how far the log of each sitting is known
     * @param command number of the last command that is known
     */
    Look look(UUID session, Map<UUID, Progress> known, long command) {
        Map<UUID, Integer> positions = new HashMap<>();
        known.forEach((sitting, progress) -> positions.put(sitting, progress.position()));
        List<Seen> seen = new ArrayList<>();
        List<Look> looks = sql.list(
                READ,
                row -> read(row, seen),
                session,
                command,
                positions.keySet().toArray(UUID[]::new),
                positions.values().toArray(Integer[]::new),
                session);
        return looks.get(0);
    }

    /** Each row tells of the room as well; the first is enough. */
    private Look read(ResultSet row, List<Seen> seen) throws SQLException {
        if (row.getObject("id") != null) {
            seen.add(seen(row));
        }
        return row.isFirst() ? look(row, seen) : null;
    }

    private Look look(ResultSet row, List<Seen> seen) throws SQLException {
        String commands = row.getString("commands");
        try {
            return new Look(
                    row.getString("room_state"),
                    millis(Sql.instant(row, "started_at")),
                    millis(Sql.instant(row, "paused_at")),
                    millis(Sql.instant(row, "now")),
                    commands == null ? null : json.readTree(commands),
                    seen);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Seen seen(ResultSet row) throws SQLException {
        UUID sitting = row.getObject("sitting", UUID.class);
        String state = row.getString("state");
        boolean open = sitting != null && !"CLOSED".equals(state);
        Instant last = Sql.instant(row, "last_seen_at");
        // Who has begun just now has not had the time to give a sign of life.
        Instant heard = last != null ? last : Sql.instant(row, "begun_at");
        boolean recent = heard != null
                && Duration.between(heard, Sql.instant(row, "now")).compareTo(SILENCE) <= 0;
        return new Seen(
                row.getObject("id", UUID.class),
                row.getString("ticket"),
                row.getString("name"),
                row.getString("seat"),
                sitting,
                sitting != null ? state : Rooms.before(row),
                row.getObject("locked_at") != null,
                open ? millis(Sql.instant(row, "deadline")) : null,
                millis(Sql.instant(row, "held_at")),
                millis(last),
                open && !recent,
                row.getBoolean("waived"),
                row.getInt("gaps"),
                entries(row));
    }

    private static List<Entry> entries(ResultSet row) throws SQLException {
        if (row.getArray("entries") == null) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        for (String entry : (String[]) row.getArray("entries").getArray()) {
            String[] words = entry.split("\\|", 7);
            entries.add(new Entry(
                    Integer.parseInt(words[0]),
                    words[1],
                    Integer.parseInt(words[2]),
                    Integer.parseInt(words[3]),
                    "t".equals(words[4]),
                    Long.parseLong(words[5]),
                    words[6]));
        }
        return entries;
    }

    private static Long millis(Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
