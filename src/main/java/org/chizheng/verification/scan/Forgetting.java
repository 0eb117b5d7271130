package org.chizheng.verification.scan;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.scheduler.Scheduled;

/** Forgets checks when their time is over, a bounded number at a time; certificates, events and alarms stay. */
@ApplicationScoped
public class Forgetting {
    private static final int MOST = 20_000;
    private final Sql sql;
    private final ScanConfig config;
    private final OfficialClock clock;

    public Forgetting(Sql sql, ScanConfig config, OfficialClock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    @Swept
    @Scheduled(every = "10m", identity = "scan-forgetting", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        forget(clock.today());
    }

    /** @return how many checks were forgotten */
    int forget(LocalDate today) {
        LocalDate from = today.minus(config.kept());
        Instant before = from.atStartOfDay(OfficialClock.ZONE).toInstant();
        int forgotten = sql.update(
                "DELETE FROM verification_scan WHERE ctid = ANY (ARRAY(SELECT ctid FROM verification_scan WHERE at < ? ORDER BY at LIMIT ?))",
                before,
                MOST);
        sql.update(
                "DELETE FROM verification_site WHERE ctid IN (SELECT ctid FROM verification_site WHERE scanned_on < ? LIMIT ?)",
                today.minusDays(1),
                MOST);
        sql.update(
                "DELETE FROM verification_guess WHERE since < ? AND (barred_until IS NULL OR barred_until < ?)",
                clock.now().minus(config.guessWindow()),
                clock.now());
        return forgotten;
    }
}
