package org.chizheng.sitting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.postgresql.PGConnection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** What this replica knows of sittings, so that an answer needs no reading. Old pictures do no harm: the log refuses what was decided on one. */
final class Pictures {
    private static final int MOST = 60_000;
    private static final Duration KEPT = Duration.ofMinutes(10);
    /** One statement, one snapshot: the sitting and its log never differ by an act that came between. */
    private static final String READ = """
            SELECT s.*, l.position, l.hash, a.answers, a.notes
            FROM sitting s
            LEFT JOIN LATERAL (SELECT e.position, e.hash FROM response_event e WHERE e.sitting_id = s.id ORDER BY e.position DESC LIMIT 1) l ON true
            LEFT JOIN LATERAL (SELECT array_agg(e.sequence || '|' || e.item || '|' || e.counted || '|' || e.answer) FILTER (WHERE e.kind = 'ANSWERED') answers,
                                      count(*) FILTER (WHERE e.kind = 'NOTED') notes
                               FROM response_event e WHERE e.sitting_id = s.id) a ON true
            WHERE s.enrolment_id = ANY (?)""";

    private final Cache<UUID, Live> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();

    /**
     * By enrolment; those that have not begun are missing.
     *
     * @param remembered is given the enrolments whose picture was not read just now
     */
    Map<UUID, Live> of(Collection<UUID> enrolments, Connection connection, Set<UUID> remembered) throws SQLException {
        Map<UUID, Live> found = new HashMap<>();
        List<UUID> missing = new ArrayList<>();
        for (UUID enrolment : enrolments) {
            Live live = known.getIfPresent(enrolment);
            if (live == null) {
                missing.add(enrolment);
            } else {
                found.put(enrolment, live);
                remembered.add(enrolment);
            }
        }
        if (!missing.isEmpty()) {
            read(missing, connection, found);
        }
        return found;
    }

    /** Null if it is not known here, or has not begun. */
    Live peek(UUID enrolment) {
        return known.getIfPresent(enrolment);
    }

    void keep(Collection<Live> lives) {
        lives.forEach(live -> known.put(live.enrolment, live));
    }

    void forget(Collection<UUID> enrolments) {
        known.invalidateAll(enrolments);
    }

    private static void read(List<UUID> enrolments, Connection connection, Map<UUID, Live> found) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setArray(1, connection.unwrap(PGConnection.class).createArrayOf("uuid", enrolments.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Live live = live(rows);
                    found.put(live.enrolment, live);
                }
            }
        }
    }

    private static Live live(ResultSet row) throws SQLException {
        Live live = Sittings.live(row);
        byte[] hash = row.getBytes("hash");
        if (hash != null) {
            live.continueFrom(row.getInt("position"), hash, row.getInt("notes"));
        }
        if (row.getArray("answers") != null) {
            for (String answer : (String[]) row.getArray("answers").getArray()) {
                String[] words = answer.split("\\|", -1);
                live.know(Integer.parseInt(words[0]), Integer.parseInt(words[1]), words[3], "true".equals(words[2]));
            }
        }
        return live;
    }
}
