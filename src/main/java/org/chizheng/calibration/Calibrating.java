package org.chizheng.calibration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Actor;
import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Calibrations on request and by night, one after the other. A calibration may take minutes, so it holds no transaction: who takes a request puts it off for the others; what it
 * finds is written at once with the end of the request, unless somebody else has ended it.
 */
@ApplicationScoped
public class Calibrating {
    /** Fewer tell nothing of a hundred items. */
    static final int FEWEST = 30;

    private static final Logger LOG = Logger.getLogger(Calibrating.class);
    private static final String ENOUGH = """
            SELECT count(*) FROM (SELECT 1 FROM counted_sitting WHERE subject = ? AND answers IS NOT NULL LIMIT ?) kept""";
    private static final String REQUEST = """
            INSERT INTO calibration_request (id, subject, asked_by, asked_at) VALUES (?, ?, ?, ?) ON CONFLICT (subject) DO NOTHING""";
    private static final String CHANGED = """
            SELECT s.code FROM subject s CROSS JOIN LATERAL (SELECT sitting_id FROM counted_sitting c
              WHERE c.subject = s.code AND c.answers IS NOT NULL ORDER BY c.sitting_id DESC LIMIT 1) newest
            LEFT JOIN LATERAL (SELECT r.newest FROM calibration_run r WHERE r.subject = s.code ORDER BY r.at DESC LIMIT 1) run ON true
            WHERE run.newest IS DISTINCT FROM newest.sitting_id""";
    private static final String TAKE = """
            UPDATE calibration_request SET retry_at = clock_timestamp() + interval '30 minutes' WHERE id = (
              SELECT id FROM calibration_request WHERE retry_at <= clock_timestamp() ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, subject, asked_by""";
    private static final String POSTPONE = """
            UPDATE calibration_request SET failures = failures + 1,
              retry_at = clock_timestamp() + make_interval(secs => least(86400, 60 * 2 ^ least(failures, 12))) WHERE id = ?""";
    private final Sql sql;
    private final CountedItems items;
    private final Sheets sheets;
    private final Estimating estimating;
    private final OfficialClock clock;
    private final Actor actor;
    private final Auditing auditing;

    Calibrating(
            Sql sql,
            CountedItems items,
            Sheets sheets,
            Estimating estimating,
            OfficialClock clock,
            Actor actor,
            Auditing auditing) {
        this.sql = sql;
        this.items = items;
        this.sheets = sheets;
        this.estimating = estimating;
        this.clock = clock;
        this.actor = actor;
        this.auditing = auditing;
    }

    /**
     * Asks for a calibration; if one is waiting already, that one is it.
     *
     * @throws Refused TOO_FEW_SITTINGS
     */
    @Transactional
    public void ask(String subject) {
        if (!isEnough(subject)) {
            throw new Refused(CalibrationRefusal.TOO_FEW_SITTINGS, FEWEST);
        }
        if (sql.update(REQUEST, Ids.next(), subject, actor.name(), clock.now()) > 0) {
            auditing.note("calibration asked for", "subject", subject, "");
        }
    }

    private boolean isEnough(String subject) {
        return sql.first(ENOUGH, row -> row.getInt(1), subject, FEWEST).orElse(0) >= FEWEST;
    }

    /** Of the subjects that were sat since. */
    @Swept
    @Scheduled(cron = "0 17 3 * * ?", timeZone = "Asia/Shanghai", identity = "calibrations by night")
    void byNight() {
        sql.list(CHANGED, row -> row.getString(1)).stream()
                .filter(this::isEnough)
                .forEach(subject -> sql.update(REQUEST, Ids.next(), subject, Actor.SYSTEM, clock.now()));
    }

    @Swept
    @Scheduled(every = "10s", identity = "calibrating", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        boolean more = true;
        while (more) {
            more = calibrateNext();
        }
    }

    record Request(UUID id, String subject, String askedBy) {}

    /** @return whether there was one to do; one that fails waits for longer each time */
    public boolean calibrateNext() {
        Optional<Request> taken = QuarkusTransaction.requiringNew()
                .call(() -> sql.first(
                        TAKE, row -> new Request(row.getObject(1, UUID.class), row.getString(2), row.getString(3))));
        taken.ifPresent(request -> {
            try {
                calibrate(request);
            } catch (RuntimeException failure) {
                LOG.errorf(failure, "the calibration of %s failed and is tried again later", request.subject());
                QuarkusTransaction.requiringNew().run(() -> sql.update(POSTPONE, request.id()));
            }
        });
        return taken.isPresent();
    }

    private void calibrate(Request request) {
        Instant from = clock.now();
        List<CountedItem> counted = items.of(request.subject());
        Sheets.Kept kept = sheets.newest(request.subject(), counted);
        if (kept.newest().isEmpty()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> sql.update("DELETE FROM calibration_request WHERE id = ?", request.id()));
            return;
        }
        Estimating.Estimated estimated = estimating.estimate(request.subject(), counted, kept.responses());
        double seconds = Duration.between(from, clock.now()).toMillis() / 1e3;
        QuarkusTransaction.requiringNew().run(() -> {
            if (sql.update("DELETE FROM calibration_request WHERE id = ?", request.id()) > 0) {
                estimating.write(request, kept, estimated, seconds);
            }
        });
    }
}
