package org.chizheng.fitness.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;
import org.chizheng.exchange.UnreadableFile;

import io.quarkus.scheduler.Scheduled;

/** Checks a file and keeps it with its answers for a day. */
@ApplicationScoped
public class FileChecking {
    private static final Duration LIFE = Duration.ofHours(23);
    private static final Duration METERED = Duration.ofHours(1);
    private final Checking checking;
    private final BulkTable table;
    private final BulkRuns runs;
    private final Sql sql;
    private final OfficialClock clock;

    public FileChecking(Checking checking, BulkTable table, BulkRuns runs, Sql sql, OfficialClock clock) {
        this.checking = checking;
        this.table = table;
        this.runs = runs;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * @param address of the asker, for the log of checks
     * @throws UnreadableFile what is wrong with the file as a whole; nothing is kept or counted then
     */
    @Transactional
    public UUID check(Asker asker, BulkRuns.Upload upload, Path file, String address) throws UnreadableFile {
        List<AskedRow> rows = table.read(file, upload.excel());
        return runs.keep(asker.name(), upload, checking.check(asker, rows, address));
    }

    /** The file with its answers beside its rows, in a language. */
    public byte[] answered(BulkRun run, String lang) {
        try {
            Path file = Files.createTempFile("check", ".bin");
            try {
                Files.write(file, runs.file(run.id()));
                return table.answered(file, run.excel(), runs.answers(run.id()), lang);
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

    @Transactional
    public void drop(UUID run) {
        runs.drop(run);
    }

    /** Every ten minutes, so that nothing is older than a day. */
    @Swept
    @Scheduled(every = "10m", identity = "bulk-clearing", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        runs.dropBegunBefore(clock.now().minus(LIFE));
        sql.update("DELETE FROM bulk_miss WHERE day < ?", clock.today());
        sql.update("DELETE FROM bulk_meter WHERE since <= ?", clock.now().minus(METERED));
    }
}
