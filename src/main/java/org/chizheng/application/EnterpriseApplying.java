package org.chizheng.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.application.EnterpriseRows.Answered;
import org.chizheng.application.EnterpriseRows.Outcome;
import org.chizheng.application.EnterpriseUploads.Upload;
import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;
import org.chizheng.exchange.UnreadableFile;

import io.quarkus.scheduler.Scheduled;

/** Applies for an enterprise's people from a sheet: looked at first, then all of it or nothing. Who has an application open already is passed over, so the same sheet again adds nothing. */
@ApplicationScoped
public class EnterpriseApplying {
    private static final Duration LIFE = Duration.ofHours(23);
    private final EnterpriseTable table;
    private final EnterpriseRows rows;
    private final EnterpriseUploads uploads;
    private final Applying applying;
    private final Choices choices;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public EnterpriseApplying(
            EnterpriseTable table,
            EnterpriseRows rows,
            EnterpriseUploads uploads,
            Applying applying,
            Choices choices,
            Sealer sealer,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.table = table;
        this.rows = rows;
        this.uploads = uploads;
        this.applying = applying;
        this.choices = choices;
        this.sealer = sealer;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws UnreadableFile what is wrong with the file as a whole; nothing is kept then */
    @Transactional
    public UUID keep(UUID enterprise, String region, String fileName, Path file, String by) throws UnreadableFile {
        choices.mustBeAuthority(region == null ? "" : region);
        table.read(file, Upload.isExcel(fileName));
        UUID id = Ids.next();
        try {
            sql.update(
                    "INSERT INTO application_upload (id, account, enterprise_id, region, begun_at, file_name, file_sealed) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    by,
                    enterprise,
                    region,
                    clock.now(),
                    fileName,
                    sealer.seal(Files.readAllBytes(file), EnterpriseUploads.FILE, id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    /** What would become of each row today. */
    @Transactional
    public List<Answered> look(Upload upload) {
        return on(
                upload, file -> rows.answers(table.read(file, upload.excel()), upload.enterpriseId(), upload.region()));
    }

    /** The file with the answers beside its rows, in a language. */
    @Transactional
    public byte[] answered(Upload upload, String lang) {
        List<Answered> answers = look(upload);
        return on(upload, file -> table.answered(file, upload.excel(), answers, lang));
    }

    /**
     * @return how many applications were sent
     * @throws Refused NOT_UNDERTAKEN, or ROWS_REFUSED if any row is refused: then none is sent
     */
    @Transactional
    public int confirm(Upload upload, boolean undertaken, String by) {
        if (!undertaken) {
            throw new Refused(ApplicationRefusal.NOT_UNDERTAKEN);
        }
        List<Answered> answers = look(upload);
        long refused = count(answers, Outcome.REFUSED);
        if (refused > 0) {
            throw new Refused(ApplicationRefusal.ROWS_REFUSED, refused);
        }
        Applying.Sender sender = new Applying.Sender("ENTERPRISE", upload.enterpriseId(), by);
        answers.stream()
                .filter(row -> row.outcome() == Outcome.NEW)
                .forEach(row -> applying.apply(row.person(), row.form(), sender));
        drop(upload);
        int sent = (int) count(answers, Outcome.NEW);
        auditing.note("applied for people", "enterprise", upload.enterpriseId(), sent + " applications");
        return sent;
    }

    static long count(List<Answered> answers, Outcome outcome) {
        return answers.stream().filter(row -> row.outcome() == outcome).count();
    }

    @Transactional
    public void drop(Upload upload) {
        sql.update("DELETE FROM application_upload WHERE id = ?", upload.id());
    }

    /** Every ten minutes, so that nothing is older than a day. */
    @Swept
    @Scheduled(
            every = "10m",
            identity = "application-clearing",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        sql.update(
                "DELETE FROM application_upload WHERE begun_at < ?", clock.now().minus(LIFE));
    }

    /** Reads or writes beside a file. */
    @FunctionalInterface
    private interface Use<T> {
        T of(Path file) throws IOException, UnreadableFile;
    }

    private <T> T on(Upload upload, Use<T> use) {
        try {
            Path file = Files.createTempFile("applications", ".bin");
            try {
                Files.write(file, uploads.file(upload.id()));
                return use.of(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableFile e) {
            // It was read when it came, and has not changed since.
            throw new IllegalStateException(e);
        }
    }
}
