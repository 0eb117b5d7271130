package org.chizheng.training;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.scheduler.Scheduled;

/** Gives lists back that were refused, with the reasons in them: kept under seal, for a day, each its account's alone. */
@ApplicationScoped
public class ReturningLists {
    private static final String FILE = "training-upload.file";
    private static final Duration LIFE = Duration.ofHours(23);
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Sql sql;

    public ReturningLists(Sealer sealer, OfficialClock clock, Sql sql) {
        this.sealer = sealer;
        this.clock = clock;
        this.sql = sql;
    }

    /** A file as it is given back. */
    public record File(boolean excel, byte[] bytes) {}

    @Transactional
    public UUID keep(String account, File file) {
        UUID id = Ids.next();
        sql.update(
                "INSERT INTO training_upload (id, account, refused_at, excel, file_sealed) VALUES (?, ?, ?, ?, ?)",
                id,
                account,
                clock.now(),
                file.excel(),
                sealer.seal(file.bytes(), FILE, id));
        return id;
    }

    public Optional<File> find(UUID id, String account) {
        return sql.first(
                "SELECT excel, file_sealed FROM training_upload WHERE id = ? AND account = ?",
                row -> new File(row.getBoolean("excel"), sealer.open(row.getBytes("file_sealed"), FILE, id)),
                id,
                account);
    }

    /** So often that nothing is older than a day. */
    @Swept
    @Scheduled(every = "30m", identity = "training-clearing", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        sql.update(
                "DELETE FROM training_upload WHERE refused_at <= ?", clock.now().minus(LIFE));
    }
}
