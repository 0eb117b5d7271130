package org.chizheng.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/**
 * Applies a regrade that two people signed, in one transaction: all results move with their history, or none does. Released verdicts that change are corrected in the
 * candidates' records; a new pass goes the usual way to its certificate, a lost one waits for none. Certificates already issued are left to their own rules.
 */
@ApplicationScoped
public class Applying {
    private static final int SECONDS = 600;
    private static final String CHANGE = """
            INSERT INTO result_change (id, result_id, regrade_id, released, old_raw, new_raw, old_passed, new_passed, old_chapters, new_chapters, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String APPLIED = """
            UPDATE regrade SET turn = (SELECT coalesce(max(turn), 0) + 1 FROM regrade), applied_by = ?, applied_at = ?, applied_run = ? WHERE id = ?""";
    private final Regrades regrades;
    private final Trying trying;
    private final ResultLock lock;
    private final Correcting correcting;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    Applying(
            Regrades regrades,
            Trying trying,
            ResultLock lock,
            Correcting correcting,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.regrades = regrades;
        this.trying = trying;
        this.lock = lock;
        this.correcting = correcting;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * A second time changes nothing.
     *
     * @return how many results moved
     * @throws Refused REGRADE_CLOSED when it was withdrawn, NOT_SIGNED_BY_TWO, DRY_RUN_STALE when results have changed since the run that was signed
     */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public int apply(UUID id, String by) {
        lock.alone();
        RegradeView regrade = regrades.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (regrade.state().equals("APPLIED")) {
            return 0;
        }
        if (regrade.state().equals("WITHDRAWN")) {
            throw new Refused(ScoringRefusal.REGRADE_CLOSED);
        }
        DryRun run = regrades.runs(id).get(0);
        if (!run.isSigned()) {
            throw new Refused(ScoringRefusal.NOT_SIGNED_BY_TWO);
        }
        Trying.Tried tried = trying.outcome(id, regrade.revision());
        if (!tried.digest().equals(run.digest())) {
            throw new Refused(ScoringRefusal.DRY_RUN_STALE);
        }
        Instant now = clock.now();
        sql.update(APPLIED, by, now, run.id(), id);
        move(id, tried.moved(), now);
        auditing.note("applied", "regrade", id, tried.tally() + " " + tried.digest());
        return tried.moved().size();
    }

    private void move(UUID regrade, List<Trying.Moved> moved, Instant now) {
        Map<UUID, UUID> changes = new HashMap<>();
        List<Object[]> rows = new ArrayList<>();
        for (Trying.Moved one : moved) {
            UUID change = Ids.next();
            changes.put(one.result(), change);
            rows.add(new Object[] {
                change,
                one.result(),
                regrade,
                one.releasedAt() != null,
                one.move().oldRaw(),
                one.move().newRaw(),
                one.move().oldPassed(),
                one.move().newPassed(),
                one.oldChapters(),
                one.newChapters(),
                now
            });
        }
        correcting.correct(
                regrade,
                moved.stream()
                        .filter(one -> one.releasedAt() != null && one.changesVerdict())
                        .toList(),
                changes);
        sql.batch(CHANGE, rows);
    }
}
