package org.chizheng.fitness.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.fitness.roster.RosterAnswer.Outcome;
import org.chizheng.fitness.roster.RosterTaking.Taken;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Rosters that came, the files and answers under seal. */
@ApplicationScoped
public class RosterUploads {
    private static final String FILE = "roster-upload.file";
    private static final String ANSWERS = "roster-upload.answers";
    private static final String COLUMNS =
            "SELECT id, account, enterprise_id, begun_at, file_name, state, taken_at, rows, fresh, changed, same, refused, people, answers_sealed IS NOT NULL AS kept FROM roster_upload ";
    private static final Sql.Row<RosterUpload> UPLOAD = row -> new RosterUpload(
            row.getObject("id", UUID.class),
            row.getString("account"),
            row.getObject("enterprise_id", UUID.class),
            Sql.instant(row, "begun_at"),
            row.getString("file_name"),
            row.getString("state"),
            Sql.instant(row, "taken_at"),
            row.getInt("rows"),
            row.getInt("fresh"),
            row.getInt("changed"),
            row.getInt("same"),
            row.getInt("refused"),
            row.getInt("people"),
            row.getBoolean("kept"));
    private final Sql sql;
    private final Sealer sealer;
    private final ObjectMapper json;
    private final OfficialClock clock;

    public RosterUploads(Sql sql, Sealer sealer, ObjectMapper json, OfficialClock clock) {
        this.sql = sql;
        this.sealer = sealer;
        this.json = json;
        this.clock = clock;
    }

    /** The enterprise's newest twenty, by whichever account. */
    public List<RosterUpload> of(UUID enterprise) {
        return sql.list(COLUMNS + "WHERE enterprise_id = ? ORDER BY begun_at DESC LIMIT 20", UPLOAD, enterprise);
    }

    /** The newest twenty lists of an authority's account. */
    public List<RosterUpload> of(String account) {
        return sql.list(
                COLUMNS + "WHERE account = ? AND enterprise_id IS NULL ORDER BY begun_at DESC LIMIT 20",
                UPLOAD,
                account);
    }

    public Optional<RosterUpload> find(UUID id) {
        return sql.first(COLUMNS + "WHERE id = ?", UPLOAD, id);
    }

    /** @param file null for a program's */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID keep(UUID enterprise, String account, String fileName, byte[] file) {
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO roster_upload (id, account, enterprise_id, begun_at, file_name, state, rows, fresh, changed, same, refused, people, file_sealed)"
                        + " VALUES (?, ?, ?, ?, ?, 'WAITING', 0, 0, 0, 0, 0, 0, ?)",
                id,
                account,
                enterprise,
                clock.now(),
                fileName,
                file == null ? null : sealer.seal(file, FILE, id));
        return id;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void note(UUID id, Taken taken) {
        byte[] answers;
        try {
            answers = sealer.seal(json.writeValueAsBytes(taken.answers()), ANSWERS, id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sql.update(
                "UPDATE roster_upload SET state = ?, taken_at = ?, rows = ?, fresh = ?, changed = ?, same = ?, refused = ?, people = ?, answers_sealed = ? WHERE id = ?",
                taken.taken() ? "TAKEN" : "WAITING",
                taken.taken() ? clock.now() : null,
                taken.answers().size(),
                taken.count(Outcome.FRESH),
                taken.count(Outcome.CHANGED),
                taken.count(Outcome.SAME),
                taken.count(Outcome.REFUSED),
                taken.people(),
                answers,
                id);
    }

    /** Empty when they are gone. */
    List<RosterAnswer> answers(UUID id) {
        byte[] opened = opened("answers_sealed", ANSWERS, id);
        try {
            return opened == null ? List.of() : json.readValue(opened, new TypeReference<List<RosterAnswer>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody else takes or drops it until this transaction ends. @return whether it still waits */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean hold(UUID id) {
        return sql.first(
                        "SELECT state = 'WAITING' FROM roster_upload WHERE id = ? FOR UPDATE",
                        row -> row.getBoolean(1),
                        id)
                .orElse(false);
    }

    /** null when it is gone, or came from a program. */
    byte[] file(UUID id) {
        return opened("file_sealed", FILE, id);
    }

    private byte[] opened(String column, String purpose, UUID id) {
        return sql.list("SELECT " + column + " FROM roster_upload WHERE id = ?", row -> row.getBytes(1), id).stream()
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(bytes -> sealer.open(bytes, purpose, id))
                .orElse(null);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void drop(UUID id) {
        sql.update(
                "UPDATE roster_upload SET state = 'DROPPED', file_sealed = NULL, answers_sealed = NULL WHERE id = ? AND state = 'WAITING'",
                id);
    }

    /** What was not confirmed counts as dropped; of the others the numbers stay. */
    @Transactional(Transactional.TxType.MANDATORY)
    int forgetBefore(Instant when) {
        return sql.update(
                "UPDATE roster_upload SET state = CASE state WHEN 'WAITING' THEN 'DROPPED' ELSE state END, file_sealed = NULL, answers_sealed = NULL"
                        + " WHERE begun_at < ? AND answers_sealed IS NOT NULL",
                when);
    }
}
