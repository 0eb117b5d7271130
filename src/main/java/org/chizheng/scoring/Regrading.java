package org.chizheng.scoring;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.scoring.rule.Effect;
import org.chizheng.scoring.rule.Remedy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/**
 * A regrade 重新判分 up to the point where it is applied: opened with a remedy, a reason and a source, tried as often as needed, signed by two people. Reviewers and administrators
 * do this, whatever their region: an item stands in papers of the whole province, and only they may see its key; the author does not judge the author's own mistake.
 * Who opened a regrade may be one of the two who sign it, since the other one then did not.
 */
@ApplicationScoped
public class Regrading {
    private static final int LEAST = 5;
    private static final int MOST = 500;
    private static final int SECONDS = 600;
    private static final String OPEN = """
            INSERT INTO regrade (id, revision_id, remedy, right_texts, effect, reason, source, opened_by, opened_at)
            VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) ON CONFLICT (revision_id) WHERE applied_at IS NULL AND withdrawn_at IS NULL DO NOTHING""";
    private static final String RUN = """
            INSERT INTO regrade_run (id, regrade_id, number, run_by, run_at, digest, unscored, unchanged, up, down, to_pass, to_fail)
            VALUES (?, ?, (SELECT count(*) + 1 FROM regrade_run WHERE regrade_id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String LINE = """
            INSERT INTO regrade_line (run_id, result_id, released, old_raw, new_raw, old_passed, new_passed) VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private final UsedRevisions revisions;
    private final Regrades regrades;
    private final Trying trying;
    private final ResultLock lock;
    private final OfficialClock clock;
    private final ObjectMapper json;
    private final Sql sql;
    private final Auditing auditing;

    Regrading(
            UsedRevisions revisions,
            Regrades regrades,
            Trying trying,
            ResultLock lock,
            OfficialClock clock,
            ObjectMapper json,
            Sql sql,
            Auditing auditing) {
        this.revisions = revisions;
        this.regrades = regrades;
        this.trying = trying;
        this.lock = lock;
        this.clock = clock;
        this.json = json;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * Opens a regrade and tries it once.
     *
     * @throws Refused NOT_FOUND, NEVER_IN_USE, REMEDY_MISSING, EFFECT_MISSING, REASON_LENGTH, SOURCE_LENGTH, RIGHT_ONE or RIGHT_SOME, OPTIONS_DIFFER, REGRADE_OPEN
     */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public UUID open(RegradeForm form, String by) {
        lock.share();
        UsedRevision revision =
                revisions.find(form.item(), form.revision()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (revision.pools() == 0) {
            throw new Refused(ScoringRefusal.NEVER_IN_USE);
        }
        Remedy remedy = named(Remedy.values(), form.remedy(), ScoringRefusal.REMEDY_MISSING);
        Effect effect = named(Effect.values(), form.effect(), ScoringRefusal.EFFECT_MISSING);
        String right = remedy == Remedy.CREDIT_ALL ? null : right(revision, form);
        String reason = words(form.reason(), ScoringRefusal.REASON_LENGTH);
        String source = words(form.source(), ScoringRefusal.SOURCE_LENGTH);
        UUID id = Ids.next();
        Object[] row = {id, revision.id(), remedy.name(), right, effect.name(), reason, source, by, clock.now()};
        if (sql.update(OPEN, row) == 0) {
            throw new Refused(ScoringRefusal.REGRADE_OPEN);
        }
        auditing.note("opened", "regrade", id, "%s/%d %s %s".formatted(form.item(), revision.number(), remedy, effect));
        tryOnce(id, revision.id(), by);
        return id;
    }

    /** Tries it anew; signatures stand under the run that they were given for. @throws Refused REGRADE_CLOSED, STORED_SCORE_DIFFERS */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public void run(UUID id, String by) {
        lock.share();
        tryOnce(id, mustBeOpen(id).revision(), by);
    }

    private void tryOnce(UUID id, UUID revision, String by) {
        Trying.Tried tried = trying.outcome(id, revision);
        UUID run = Ids.next();
        sql.update(
                RUN,
                run,
                id,
                id,
                by,
                clock.now(),
                tried.digest(),
                tried.unscored(),
                tried.tally().unchanged(),
                tried.tally().up(),
                tried.tally().down(),
                tried.tally().toPass(),
                tried.tally().toFail());
        sql.batch(LINE, tried.moved().stream().map(moved -> line(run, moved)).toList());
        auditing.note("tried", "regrade", id, tried.tally() + " " + tried.digest());
    }

    private static Object[] line(UUID run, Trying.Moved moved) {
        return new Object[] {
            run,
            moved.result(),
            moved.releasedAt() != null,
            moved.move().oldRaw(),
            moved.move().newRaw(),
            moved.move().oldPassed(),
            moved.move().newPassed()
        };
    }

    /**
     * Signs what the run found.
     *
     * @param run the one that the signer saw
     * @throws Refused DRY_RUN_STALE when there is a newer one or results have changed since, ALREADY_SIGNED by the same person, SIGNED_BY_TWO, REGRADE_CLOSED
     */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public void sign(UUID id, UUID run, String by) {
        lock.share();
        RegradeView regrade = mustBeOpen(id);
        DryRun newest = regrades.runs(id).get(0);
        if (!newest.id().equals(run)) {
            throw new Refused(ScoringRefusal.DRY_RUN_STALE);
        }
        if (newest.isSignedBy(by)) {
            throw new Refused(ScoringRefusal.ALREADY_SIGNED);
        }
        if (newest.isSigned()) {
            throw new Refused(ScoringRefusal.SIGNED_BY_TWO);
        }
        if (!trying.outcome(id, regrade.revision()).digest().equals(newest.digest())) {
            throw new Refused(ScoringRefusal.DRY_RUN_STALE);
        }
        sql.update(
                "INSERT INTO regrade_signature (run_id, place, signer, signed_at) VALUES (?, ?, ?, ?)",
                run,
                newest.signatures().size() + 1,
                by,
                clock.now());
        auditing.note("signed", "regrade", id, newest.digest());
    }

    /** Gives up a regrade that was not applied. @throws Refused REGRADE_CLOSED */
    @Transactional
    public void withdraw(UUID id, String by) {
        mustBeOpen(id);
        sql.update("UPDATE regrade SET withdrawn_by = ?, withdrawn_at = ? WHERE id = ?", by, clock.now(), id);
        auditing.note("withdrew", "regrade", id, "");
    }

    /** Holds the regrade's row until the transaction ends. */
    private RegradeView mustBeOpen(UUID id) {
        sql.first("SELECT 1 FROM regrade WHERE id = ? FOR UPDATE", row -> true, id);
        RegradeView regrade = regrades.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!regrade.state().equals("OPEN")) {
            throw new Refused(ScoringRefusal.REGRADE_CLOSED);
        }
        return regrade;
    }

    /** The texts of the options chosen, as JSON; one for true or false and single choice, two or more for multiple choice, as candidates are told. */
    private String right(UsedRevision revision, RegradeForm form) {
        List<Integer> chosen = form.right().stream().distinct().sorted().toList();
        boolean multiple = revision.type().equals("MULTIPLE");
        if (multiple ? chosen.size() < 2 : chosen.size() != 1) {
            throw new Refused(multiple ? ScoringRefusal.RIGHT_SOME : ScoringRefusal.RIGHT_ONE);
        }
        if (chosen.stream()
                .anyMatch(place -> place < 0 || place >= revision.options().size())) {
            throw new Refused(ScoringRefusal.OPTIONS_DIFFER);
        }
        try {
            return json.writeValueAsString(chosen.stream()
                    .map(place -> revision.options().get(place).text())
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T extends Enum<T>> T named(T[] all, String name, ScoringRefusal otherwise) {
        return Stream.of(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(otherwise));
    }

    private static String words(String text, ScoringRefusal otherwise) {
        String words = text == null ? "" : text.strip();
        if (words.length() < LEAST || words.length() > MOST) {
            throw new Refused(otherwise, LEAST, MOST);
        }
        return words;
    }
}
