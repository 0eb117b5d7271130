package org.chizheng.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Digests;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keeps what a dry run found beside the file, until its author confirms or gives up, or a day has passed. */
@ApplicationScoped
public class Staging {
    private static final String RUN = """
            INSERT INTO import_run (id, subject, account, begun_at, file_name, sha256, format, state, items, refused, lost, changed, summary)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'DRY', ?, ?, ?, ?, ?)""";
    private static final String ITEM = """
            INSERT INTO import_item (run, ordinal, place, reference, outcome, level, draft, notes, findings) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private final Sql sql;
    private final ObjectMapper json;
    private final OfficialClock clock;

    Staging(Sql sql, ObjectMapper json, OfficialClock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** A file as it came. */
    record Upload(Format format, String name, byte[] bytes) {}

    /** Keeps what a dry run found. What the same account had open for the subject is dropped, so that no more than one file of each waits. */
    @Transactional
    UUID keep(String subject, Upload upload, List<Judged> judged, String account) {
        sql.list(
                        "SELECT id FROM import_run WHERE subject = ? AND account = ? AND state = 'DRY'",
                        row -> row.getObject(1, UUID.class),
                        subject,
                        account)
                .forEach(this::drop);
        UUID id = Ids.next();
        Map<String, Integer> outcomes = new HashMap<>();
        judged.forEach(item -> outcomes.merge(item.outcome(), 1, Integer::sum));
        sql.update(
                RUN,
                id,
                subject,
                account,
                clock.now(),
                upload.name(),
                Digests.file(upload.bytes()),
                upload.format().name(),
                judged.size(),
                outcomes.getOrDefault("REFUSED", 0),
                outcomes.getOrDefault("LOST", 0),
                outcomes.getOrDefault("CHANGED", 0),
                written(ImportRun.Summary.of(judged)));
        sql.update("INSERT INTO import_file (run, bytes) VALUES (?, ?)", id, upload.bytes());
        List<Object[]> rows = new ArrayList<>();
        judged.forEach(item -> rows.add(row(id, rows.size() + 1, item)));
        sql.batch(ITEM, rows);
        return id;
    }

    private Object[] row(UUID run, int ordinal, Judged judged) {
        ExchangedItem item = judged.item();
        return new Object[] {
            run,
            ordinal,
            item.place().replace("\0", ""),
            item.reference().replace("\0", ""),
            judged.outcome(),
            item.level(),
            written(item.draft()),
            written(item.notes()),
            written(judged.findings())
        };
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives an open run up; one that has ended stays as it is. */
    @Transactional
    public void drop(UUID run) {
        if (sql.update(
                        "UPDATE import_run SET state = 'DROPPED', ended_at = ? WHERE id = ? AND state = 'DRY'",
                        clock.now(),
                        run)
                > 0) {
            forget(run);
        }
    }

    private void forget(UUID run) {
        sql.update("DELETE FROM import_item WHERE run = ?", run);
        sql.update("DELETE FROM import_file WHERE run = ?", run);
    }

    /** Gives up what nobody has confirmed for so long. @return how many */
    @Transactional
    public int dropOlderThan(Duration life) {
        List<UUID> old = sql.list(
                "SELECT id FROM import_run WHERE state = 'DRY' AND begun_at <= ?",
                row -> row.getObject(1, UUID.class),
                clock.now().minus(life));
        old.forEach(this::drop);
        return old.size();
    }
}
