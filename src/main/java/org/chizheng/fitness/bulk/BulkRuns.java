package org.chizheng.fitness.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Ids;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Checks of files with their answers, under seal; each is its account's alone. */
@ApplicationScoped
public class BulkRuns {
    private static final String FILE = "bulk-run.file";
    private static final String ANSWERS = "bulk-run.answers";
    private static final String INSERT = """
            INSERT INTO bulk_run (id, account, begun_at, file_name, excel, rows, file_sealed, answers_sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final Sql.Row<BulkRun> RUN = row -> new BulkRun(
            row.getObject("id", UUID.class),
            row.getString("account"),
            Sql.instant(row, "begun_at"),
            row.getString("file_name"),
            row.getBoolean("excel"),
            row.getInt("rows"));
    private final Sql sql;
    private final Sealer sealer;
    private final ObjectMapper json;

    public BulkRuns(Sql sql, Sealer sealer, ObjectMapper json) {
        this.sql = sql;
        this.sealer = sealer;
        this.json = json;
    }

    /** A file as it came. */
    record Upload(String name, boolean excel, byte[] bytes) {}

    @Transactional(Transactional.TxType.MANDATORY)
    UUID keep(String account, Upload upload, Checking.Answers answers) {
        UUID id = Ids.next();
        try {
            sql.update(
                    INSERT,
                    id,
                    account,
                    answers.at(),
                    upload.name(),
                    upload.excel(),
                    answers.rows().size(),
                    sealer.seal(upload.bytes(), FILE, id),
                    sealer.seal(json.writeValueAsBytes(answers.rows()), ANSWERS, id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    public List<BulkRun> recent(String account) {
        return sql.list(
                "SELECT id, account, begun_at, file_name, excel, rows FROM bulk_run WHERE account = ? ORDER BY begun_at DESC LIMIT 20",
                RUN,
                account);
    }

    public Optional<BulkRun> find(UUID id, String account) {
        return sql.first(
                "SELECT id, account, begun_at, file_name, excel, rows FROM bulk_run WHERE id = ? AND account = ?",
                RUN,
                id,
                account);
    }

    List<AnsweredRow> answers(UUID id) {
        try {
            return json.readValue(open("answers_sealed", ANSWERS, id), new TypeReference<List<AnsweredRow>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] file(UUID id) {
        return open("file_sealed", FILE, id);
    }

    private byte[] open(String column, String purpose, UUID id) {
        byte[] sealed = sql.first("SELECT " + column + " FROM bulk_run WHERE id = ?", row -> row.getBytes(1), id)
                .orElseThrow();
        return sealer.open(sealed, purpose, id);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void drop(UUID id) {
        sql.update("DELETE FROM bulk_run WHERE id = ?", id);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    int dropBegunBefore(Instant when) {
        return sql.update("DELETE FROM bulk_run WHERE begun_at <= ?", when);
    }
}
