package org.chizheng.statistics.figures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Signer;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.scheduler.Scheduled;

/** Freezes the figures of each day that is over, as they were known when it ended, and signs them. */
@ApplicationScoped
public class Freezing {
    /** A transaction may be entered under an instant and committed after it; what is known at midnight is complete by then. */
    private static final Duration SETTLED_AFTER = Duration.ofMinutes(10);

    private static final String INSERT = """
            INSERT INTO figure_snapshot (as_of, known_at, taken_at, body, digest, signature) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private final Sql sql;
    private final Figures figures;
    private final Snapshots snapshots;
    private final Signer signer;
    private final OfficialClock clock;
    private final Auditing auditing;

    Freezing(Sql sql, Figures figures, Snapshots snapshots, Signer signer, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.figures = figures;
        this.snapshots = snapshots;
        this.signer = signer;
        this.clock = clock;
        this.auditing = auditing;
    }

    @Swept
    @Scheduled(every = "5m", identity = "figure-freezing", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        Instant settled = clock.now().minus(SETTLED_AFTER);
        LocalDate over = OfficialClock.dateOf(settled).minusDays(1);
        if (snapshots.of(over).isEmpty()) {
            freeze(over);
        }
    }

    /** @param day that is over; once frozen it stays */
    @Transactional
    public void freeze(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay(OfficialClock.ZONE).toInstant();
        String body = Frozen.body(day, end, figures.all(day, end), Frozen.Form.INDUSTRIES_AND_SIZES_TOO);
        String digest = Frozen.digest(body);
        byte[] signature = signer.sign(Snapshots.PURPOSE, digest.getBytes(UTF_8));
        if (sql.update(INSERT, day, end, clock.now(), body, digest, signature) == 1) {
            auditing.note("frozen", "holder rate", day.toString(), digest);
        }
    }
}
