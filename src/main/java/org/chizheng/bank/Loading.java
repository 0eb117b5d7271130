package org.chizheng.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Loads the bank's files. All are checked before anything is written; an item whose text changed becomes a new revision, one that is gone is retired. */
@ApplicationScoped
public class Loading {
    private static final String REVISION = """
            INSERT INTO item_revision (id, item, number, type, chapter, difficulty, stem, options, explanation, source, figure, figure_alt, digest, approved_by, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, 'starter-bank', ?)""";
    private final Sql sql;
    private final ObjectMapper json;
    private final OfficialClock clock;
    private final Auditing auditing;
    private final Figures figures;

    public Loading(Sql sql, ObjectMapper json, OfficialClock clock, Auditing auditing, Figures figures) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.auditing = auditing;
        this.figures = figures;
    }

    /** What one load did. */
    public record LoadReport(int subjects, int items, int newRevisions, int retired) {}

    /** @throws BankFaults if any file is wrong; then nothing was written */
    @Transactional
    public LoadReport load(Path bank) {
        List<String> faults = new ArrayList<>();
        List<BankFolder> folders = folders(bank, faults);
        if (!faults.isEmpty()) {
            throw new BankFaults(faults);
        }
        int items = 0;
        int revisions = 0;
        int retired = 0;
        int back = 0;
        for (BankFolder folder : folders) {
            String subject = keepSubject(folder.subject);
            items += folder.items.size();
            revisions += keepItems(subject, folder.items);
            back += bringBack(subject, folder.items);
            retired += retireOthers(subject, folder.items);
        }
        if (revisions + retired + back > 0) {
            auditing.note(
                    "loaded",
                    "bank",
                    "files",
                    revisions + " new revisions, " + retired + " retired, " + back + " back in use");
        }
        return new LoadReport(folders.size(), items, revisions, retired);
    }

    private static List<BankFolder> folders(Path bank, List<String> faults) {
        List<BankFolder> folders = new ArrayList<>();
        try (Stream<Path> all = Files.list(bank)) {
            for (Path path : all.filter(p -> Files.exists(p.resolve("subject.yaml")))
                    .sorted()
                    .toList()) {
                BankFolder folder = new BankFolder(path, bank.resolve("schema"), faults);
                folder.read();
                folders.add(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folders;
    }

    private String keepSubject(JsonNode subject) {
        String code = subject.get("code").asText();
        sql.update(
                "INSERT INTO subject (code, qualification, zh, en, licence) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (code) DO UPDATE SET zh = excluded.zh, en = excluded.en, licence = excluded.licence",
                code,
                subject.get("qualification").asText(),
                subject.get("title").get("zh").asText(),
                subject.get("title").get("en").asText(),
                subject.get("licence").asText());
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

    private record Latest(int number, String digest) {}

    private int keepItems(String subject, List<Draft> drafts) {
        Map<String, Latest> latest = new HashMap<>();
        sql.list(
                "SELECT DISTINCT ON (r.item) r.item, r.number, r.digest FROM item_revision r JOIN item i ON i.code = r.item"
                        + " WHERE i.subject = ? ORDER BY r.item, r.number DESC",
                row -> latest.put(row.getString(1), new Latest(row.getInt(2), row.getString(3))),
                subject);
        Instant now = clock.now();
        List<Object[]> items = new ArrayList<>();
        List<Object[]> revisions = new ArrayList<>();
        List<Figure> pictures = new ArrayList<>();
        for (Draft draft : drafts) {
            Latest known = latest.getOrDefault(draft.code(), new Latest(0, ""));
            if (!known.digest().equals(draft.digest())) {
                items.add(new Object[] {draft.code(), subject});
                revisions.add(row(draft, known.number() + 1, now));
                if (draft.figure() != null) {
                    pictures.add(draft.figure());
                }
            }
        }
        sql.batch(
                "INSERT INTO item (code, subject) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET retired = false",
                items);
        figures.keep(pictures);
        sql.batch(REVISION, revisions);
        return revisions.size();
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

    /** An item that was gone and is there again, unchanged. */
    private int bringBack(String subject, List<Draft> drafts) {
        return sql.update(
                "UPDATE item SET retired = false WHERE subject = ? AND retired AND code = ANY (?)",
                subject,
                codes(drafts));
    }

    private static String[] codes(List<Draft> drafts) {
        return drafts.stream().map(Draft::code).toArray(String[]::new);
    }

    private int retireOthers(String subject, List<Draft> drafts) {
        return sql.update(
                "UPDATE item SET retired = true WHERE subject = ? AND NOT retired AND code <> ALL (?)",
                subject,
                codes(drafts));
    }
}
