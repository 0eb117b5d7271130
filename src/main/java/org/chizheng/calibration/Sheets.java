package org.chizheng.calibration;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.calibration.rule.ClassicalItemStatistics;
import org.chizheng.calibration.rule.Reliability;
import org.chizheng.calibration.rule.Responses;
import org.chizheng.calibration.rule.Tally.Answer;
import org.chizheng.common.Sql;

/** The answers of the newest sittings of a subject, for what sums cannot tell. */
@ApplicationScoped
class Sheets {
    /** So many of a subject keep their answers: 16 MB at 100 items, and enough for 1,000 answers to each of 2,000 items. */
    static final int KEPT = 20_000;

    private static final String TRIM = """
            UPDATE counted_sitting SET answers = NULL WHERE sitting_id IN (SELECT sitting_id FROM counted_sitting
            WHERE subject = ? AND answers IS NOT NULL ORDER BY sitting_id DESC OFFSET ? FOR UPDATE SKIP LOCKED)""";
    private static final String NEWEST_SESSIONS = """
            SELECT c.session_id, e.starts_at, c.answers FROM counted_sitting c JOIN exam_session e ON e.id = c.session_id
            WHERE c.subject = ? AND c.answers IS NOT NULL AND c.session_id IN (SELECT session_id FROM counted_sitting
              WHERE subject = ? AND answers IS NOT NULL GROUP BY session_id ORDER BY max(counted_at) DESC LIMIT ?)
            ORDER BY e.starts_at DESC, c.session_id""";
    private final Sql sql;

    Sheets(Sql sql) {
        this.sql = sql;
    }

    /** What a calibration reads: a row for each sitting, the newest first, and the newest one's id. */
    record Kept(Responses responses, int sittings, Optional<UUID> newest) {}

    /** Right is what is right by the keys of today. @param items in the order of their places in the responses */
    Kept newest(String subject, List<CountedItem> items) {
        Places places = new Places(items);
        Responses.Builder builder = Responses.of(items.size());
        List<UUID> sittings = sql.list(
                "SELECT sitting_id, answers FROM counted_sitting WHERE subject = ? AND answers IS NOT NULL ORDER BY sitting_id DESC",
                row -> {
                    places.add(builder, KeptAnswers.unpack(row.getBytes(2)));
                    return row.getObject(1, UUID.class);
                },
                subject);
        return new Kept(builder.build(), sittings.size(), sittings.stream().findFirst());
    }

    /** Reliability of a session's scores; empty if nothing varies in it. */
    record SessionReliability(Instant startsAt, int sittings, Optional<Reliability> reliability) {}

    /** Of the newest sessions that keep their answers, the newest first. */
    List<SessionReliability> bySession(String subject, List<CountedItem> items, int sessions) {
        Places places = new Places(items);
        Map<UUID, Responses.Builder> builders = new LinkedHashMap<>();
        Map<UUID, Instant> starts = new HashMap<>();
        sql.list(
                NEWEST_SESSIONS,
                row -> {
                    UUID session = row.getObject("session_id", UUID.class);
                    starts.put(session, Sql.instant(row, "starts_at"));
                    places.add(
                            builders.computeIfAbsent(session, id -> Responses.of(items.size())),
                            KeptAnswers.unpack(row.getBytes("answers")));
                    return session;
                },
                subject,
                subject,
                sessions);
        return builders.entrySet().stream()
                .map(session -> {
                    Responses responses = session.getValue().build();
                    ClassicalItemStatistics statistics = new ClassicalItemStatistics(new int[items.size()]);
                    statistics.absorb(responses);
                    return new SessionReliability(
                            starts.get(session.getKey()), responses.candidates(), statistics.reliability());
                })
                .toList();
    }

    /** Takes the answers of all but the newest away; their sums stay. */
    void trim(String subject, int kept) {
        sql.update(TRIM, subject, kept);
    }

    /** Where an item stands, and its key. */
    private static final class Places {
        private final Map<Integer, Integer> places = new HashMap<>();
        private final List<CountedItem> items;

        Places(List<CountedItem> items) {
            this.items = items;
            for (int place = 0; place < items.size(); place++) {
                places.put(items.get(place).number(), place);
            }
        }

        /** An item that was first answered after the items were read is left to the next time. */
        void add(Responses.Builder builder, List<Answer> sheet) {
            builder.candidate();
            for (Answer answer : sheet) {
                Integer place = places.get(answer.item());
                if (place != null) {
                    builder.answer(place, answer.chosen() == items.get(place).key());
                }
            }
        }
    }
}
