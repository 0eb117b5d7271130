package org.chizheng.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.scoring.rule.PassRule;
import org.chizheng.scoring.rule.Tally;

/** Marks one result again by the rules that gave the first score. A number is never typed: it is what log, key and corrections give, by the cut that the result recorded. */
@ApplicationScoped
public class Remarking {
    private static final String RESULT = """
            SELECT r.*, s.paper_id, b.subject, x.created_at AS frozen_at,
                   (SELECT count(*) FROM response_event v WHERE v.sitting_id = s.id AND v.kind = 'ANSWERED' AND NOT v.counted) AS late
            FROM result r JOIN sitting s ON s.id = r.sitting_id JOIN paper x ON x.id = s.paper_id JOIN paper_batch t ON t.id = x.batch_id
            JOIN blueprint b ON b.id = t.blueprint_id WHERE r.id = ?""";
    private static final String CHANGE = """
            INSERT INTO result_change (id, result_id, recheck_id, released, old_raw, new_raw, old_passed, new_passed, old_chapters, new_chapters, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private final Sql sql;
    private final Marking marking;
    private final Corrections corrections;
    private final Correcting correcting;
    private final ResultLock lock;
    private final OfficialClock clock;
    private final Auditing auditing;

    Remarking(
            Sql sql,
            Marking marking,
            Corrections corrections,
            Correcting correcting,
            ResultLock lock,
            OfficialClock clock,
            Auditing auditing) {
        this.sql = sql;
        this.marking = marking;
        this.corrections = corrections;
        this.correcting = correcting;
        this.lock = lock;
        this.clock = clock;
        this.auditing = auditing;
    }

    private record Found(Marking.Sat sat, Trying.Moved stored, int cut, int late, Instant frozenAt) {}

    private record Marked(Remark remark, Trying.Moved moved) {}

    /** Empty when there is no such result. Writes nothing. */
    public Optional<Remark> of(UUID result) {
        return marked(result).map(Marked::remark);
    }

    /**
     * Lets the result be what comes out; its history names the recheck.
     *
     * @return whether it moved
     */
    @Transactional
    public boolean move(UUID result, UUID recheck) {
        lock.share();
        Marked marked = marked(result).orElseThrow();
        if (!marked.remark().differs()) {
            return false;
        }
        write(marked.moved(), recheck);
        auditing.note(
                "moved",
                "result",
                result,
                marked.remark().storedRaw() + " to " + marked.remark().raw() + " by recheck " + recheck);
        return true;
    }

    private void write(Trying.Moved moved, UUID recheck) {
        UUID change = Ids.next();
        sql.update(
                CHANGE,
                change,
                moved.result(),
                recheck,
                moved.releasedAt() != null,
                moved.move().oldRaw(),
                moved.move().newRaw(),
                moved.move().oldPassed(),
                moved.move().newPassed(),
                moved.oldChapters(),
                moved.newChapters(),
                clock.now());
        if (moved.releasedAt() != null && moved.changesVerdict()) {
            correcting.correct(recheck, List.of(moved), Map.of(moved.result(), change));
        }
    }

    private Optional<Marked> marked(UUID result) {
        return sql.first(RESULT, Remarking::found, result).map(this::mark);
    }

    private Marked mark(Found found) {
        Marking.Marked marked =
                marking.mark(List.of(found.sat()), null).get(found.sat().sitting());
        List<Correction> laid = corrections.of(List.of(found.sat().paper()), null).values().stream()
                .flatMap(of -> of.values().stream())
                .flatMap(List::stream)
                .toList();
        Trying.Moved stored = found.stored();
        boolean passed = PassRule.passes(marked.raw(), found.cut());
        Tally.Move move = new Tally.Move(
                stored.move().oldRaw(), marked.raw(), stored.move().oldPassed(), passed);
        Remark remark = new Remark(
                move.oldRaw(),
                move.oldPassed(),
                move.newRaw(),
                passed,
                found.cut(),
                found.late(),
                found.frozenAt(),
                laid.size(),
                laid.stream()
                        .map(Correction::appliedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
        return new Marked(remark, stored.with(move, marked.chapters()));
    }

    private static Found found(ResultSet row) throws SQLException {
        Trying.Moved stored = Trying.still(row);
        Marking.Sat sat = new Marking.Sat(
                row.getObject("sitting_id", UUID.class),
                row.getObject("paper_id", UUID.class),
                row.getString("subject"),
                stored.releasedAt());
        return new Found(sat, stored, row.getInt("cut"), row.getInt("late"), Sql.instant(row, "frozen_at"));
    }
}
