package org.chizheng.bank;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes what the loader has checked, within the loader's transaction. */
@ApplicationScoped
class Shelving {
    private static final String REVISION = """
            INSERT INTO item_revision (id, item, number, type, chapter, difficulty, stem, options, explanation, source, figure, figure_alt, digest, approved_by, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, 'starter-bank', ?)""";
    private static final String EVENT =
            "INSERT INTO item_event (item, at, actor, act, revision) VALUES (?, ?, 'starter-bank', 'LOAD', ?)";
    private static final String SWITCH = """
            WITH changed AS (UPDATE item SET retired = ? WHERE %s AND keeper = 'FILES' RETURNING code)
            INSERT INTO item_event (item, at, actor, act, revision)
            SELECT code, ?, 'starter-bank', ?, COALESCE((SELECT max(number) FROM item_revision WHERE item = code), 0) FROM changed""";
    private final Sql sql;
    private final ObjectMapper json;
    private final OfficialClock clock;
    private final Figures figures;

    Shelving(Sql sql, ObjectMapper json, OfficialClock clock, Figures figures) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.figures = figures;
    }

    String subject(JsonNode subject) {
        String code = subject.get("code").asText();
        sql.update(
                "INSERT INTO subject (code, qualification, zh, en, licence, prefix) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (code) DO UPDATE SET qualification = excluded.qualification, zh = excluded.zh, en = excluded.en, licence = excluded.licence,"
                        + " prefix = excluded.prefix",
                code,
                subject.get("qualification").asText(),
                subject.get("title").get("zh").asText(),
                subject.get("title").get("en").asText(),
                subject.get("licence").asText(),
                subject.get("prefix").asText());
        List<Object[]> chapters = new ArrayList<>();
        subject.get("chapters")
                .forEach(c -> chapters.add(new Object[] {
                    code,
                    c.get("code").asText(),
                    c.get("zh").asText(),
                    c.get("en").asText()
                }));
        sql.batch(
                "INSERT INTO chapter (subject, code, zh, en) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (subject, code) DO UPDATE SET zh = excluded.zh, en = excluded.en",
                chapters);
        return code;
    }

    private record Latest(int number, String digest, boolean ours) {}

    int items(String subject, List<Draft> drafts) {
        Map<String, Latest> latest = new HashMap<>();
        sql.list(
                "SELECT DISTINCT ON (r.item) r.item, r.number, r.digest, i.keeper = 'FILES' FROM item_revision r JOIN item i ON i.code = r.item"
                        + " WHERE i.subject = ? ORDER BY r.item, r.number DESC",
                row -> latest.put(row.getString(1), new Latest(row.getInt(2), row.getString(3), row.getBoolean(4))),
                subject);
        Instant now = clock.now();
        List<Object[]> codes = new ArrayList<>();
        List<Object[]> revisions = new ArrayList<>();
        List<Object[]> events = new ArrayList<>();
        List<Figure> pictures = new ArrayList<>();
        for (Draft draft : drafts) {
            Latest known = latest.getOrDefault(draft.code(), new Latest(0, "", true));
            if (known.ours() && !known.digest().equals(draft.digest())) {
                codes.add(new Object[] {draft.code(), subject});
                revisions.add(row(draft, known.number() + 1, now));
                events.add(new Object[] {draft.code(), now, known.number() + 1});
                if (draft.figure() != null) {
                    pictures.add(draft.figure());
                }
            }
        }
        sql.batch("INSERT INTO item (code, subject) VALUES (?, ?) ON CONFLICT (code) DO NOTHING", codes);
        attributes(drafts);
        figures.keep(pictures);
        sql.batch(REVISION, revisions);
        sql.batch(EVENT, events);
        return revisions.size();
    }

    /** What an item is, whatever its text: a change makes no revision. */
    private void attributes(List<Draft> drafts) {
        sql.update(
                "UPDATE item i SET level = d.level, practice = d.practice FROM unnest(?::text[], ?::text[], ?::boolean[]) d (code, level, practice)"
                        + " WHERE i.code = d.code AND i.keeper = 'FILES' AND (i.level <> d.level OR i.practice <> d.practice)",
                drafts.stream().map(Draft::code).toArray(String[]::new),
                drafts.stream().map(Draft::level).toArray(String[]::new),
                drafts.stream().map(Draft::practice).toArray(Boolean[]::new));
    }

    private Object[] row(Draft d, int number, Instant now) {
        return new Object[] {
            Ids.next(),
            d.code(),
            number,
            d.type(),
            d.chapter(),
            d.difficulty(),
            d.stem(),
            options(d),
            d.explanation(),
            d.source(),
            d.figure() == null ? null : d.figure().digest(),
            d.figureAlt(),
            d.digest(),
            now
        };
    }

    private String options(Draft draft) {
        List<Map<String, Object>> options = new ArrayList<>();
        draft.right().forEach(text -> options.add(Map.of("text", text, "right", true)));
        draft.wrong().forEach(text -> options.add(Map.of("text", text, "right", false)));
        try {
            return json.writeValueAsString(options);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    int retireOthers(String subject, List<Draft> drafts) {
        String[] kept = drafts.stream().map(Draft::code).toArray(String[]::new);
        return sql.update(
                SWITCH.formatted("subject = ? AND NOT retired AND code <> ALL (?)"),
                true,
                subject,
                kept,
                clock.now(),
                "RETIRE");
    }

    /** What was retired and stands in the files again is in use again, changed or not. */
    int takeBack(List<Draft> drafts) {
        String[] kept = drafts.stream().map(Draft::code).toArray(String[]::new);
        return sql.update(SWITCH.formatted("retired AND code = ANY (?)"), false, kept, clock.now(), "TAKE_BACK");
    }
}
