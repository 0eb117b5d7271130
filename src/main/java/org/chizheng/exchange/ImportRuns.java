package org.chizheng.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.authoring.Checking;
import org.chizheng.bank.ItemDraft;
import org.chizheng.common.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Imports and what they would bring. */
@ApplicationScoped
class ImportRuns {
    static final int PAGE_SIZE = 50;
    private static final int RECENT = 20;
    private final Sql sql;
    private final ObjectMapper json;

    ImportRuns(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * One item of a run as it was judged.
     *
     * @param ordinal from 1
     * @param draft null once the run has ended
     * @param code of the draft that was made, null without one
     */
    record Staged(
            int ordinal,
            String place,
            String reference,
            String outcome,
            String level,
            ItemDraft draft,
            String code,
            List<Note> notes,
            List<Checking.Finding> findings) {}

    Optional<ImportRun> find(UUID id) {
        return sql.first("SELECT * FROM import_run WHERE id = ?", this::run, id);
    }

    /** The last ones of a subject, newest first. */
    List<ImportRun> recent(String subject) {
        return sql.list(
                "SELECT * FROM import_run WHERE subject = ? ORDER BY begun_at DESC LIMIT " + RECENT,
                this::run,
                subject);
    }

    /** Whether drafts were made from the very same file before. */
    boolean isKnown(String subject, String sha256) {
        return sql.first(
                        "SELECT FROM import_run WHERE subject = ? AND sha256 = ? AND state = 'DONE'",
                        row -> true,
                        subject,
                        sha256)
                .isPresent();
    }

    private ImportRun run(ResultSet row) throws SQLException {
        return new ImportRun(
                row.getObject("id", UUID.class),
                row.getString("subject"),
                row.getString("account"),
                Sql.instant(row, "begun_at"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getString("format"),
                row.getString("state"),
                row.getInt("items"),
                row.getInt("refused"),
                row.getInt("lost"),
                row.getInt("changed"),
                parsed(row.getString("summary"), new TypeReference<>() {}),
                Sql.instant(row, "ended_at"),
                row.getInt("made"));
    }

    /** @param outcome empty for all; @param page from 1 */
    List<Staged> page(UUID run, String outcome, int page) {
        return sql.list(
                "SELECT * FROM import_item WHERE run = ? AND (? = '' OR outcome = ?) ORDER BY ordinal LIMIT "
                        + PAGE_SIZE + " OFFSET " + (page - 1) * PAGE_SIZE,
                this::staged,
                run,
                outcome,
                outcome);
    }

    List<Staged> all(UUID run) {
        return sql.list("SELECT * FROM import_item WHERE run = ? ORDER BY ordinal", this::staged, run);
    }

    Map<String, Integer> outcomes(UUID run) {
        return sql
                .list(
                        "SELECT outcome, count(*) FROM import_item WHERE run = ? GROUP BY outcome",
                        row -> Map.entry(row.getString(1), row.getInt(2)),
                        run)
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<byte[]> file(UUID run) {
        return sql.first("SELECT bytes FROM import_file WHERE run = ?", row -> row.getBytes(1), run);
    }

    private Staged staged(ResultSet row) throws SQLException {
        String draft = row.getString("draft");
        return new Staged(
                row.getInt("ordinal"),
                row.getString("place"),
                row.getString("reference"),
                row.getString("outcome"),
                row.getString("level"),
                draft == null ? null : parsed(draft, new TypeReference<>() {}),
                row.getString("code"),
                parsed(row.getString("notes"), new TypeReference<>() {}),
                parsed(row.getString("findings"), new TypeReference<>() {}));
    }

    private <T> T parsed(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
