package org.chizheng.scoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.audit.Actor;
import org.chizheng.audit.Auditing;
import org.chizheng.common.Backlog;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;
import org.chizheng.incident.Incidents;
import org.chizheng.scoring.rule.PassRule;
import org.chizheng.scoring.rule.Tally;

import io.quarkus.scheduler.Scheduled;

/** Moves results as decisions on incidents say, with their history: to nothing, or back to what the log gives when an appeal succeeds. What is not scored yet is scored so from the start. */
@ApplicationScoped
public class Zeroing {
    private static final Backlog.Shelf WAITING = new Backlog.Shelf("zeroing_pending", "sitting_id");
    private static final int MOST = 100;
    private static final String SCORED = """
            SELECT r.*, s.paper_id, b.subject FROM result r JOIN sitting s ON s.id = r.sitting_id JOIN exam_session e ON e.id = s.session_id
            JOIN paper_batch p ON p.id = e.batch_id JOIN blueprint b ON b.id = p.blueprint_id WHERE r.sitting_id = ANY (?) ORDER BY r.id""";
    private static final String CHANGE = """
            INSERT INTO result_change (id, result_id, decision_id, released, old_raw, new_raw, old_passed, new_passed, old_chapters, new_chapters, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private final Marking marking;
    private final Incidents incidents;
    private final Correcting correcting;
    private final ResultLock lock;
    private final Backlog backlog;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Zeroing(
            Marking marking,
            Incidents incidents,
            Correcting correcting,
            ResultLock lock,
            Backlog backlog,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.marking = marking;
        this.incidents = incidents;
        this.correcting = correcting;
        this.lock = lock;
        this.backlog = backlog;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    @Swept
    @Scheduled(every = "1s", identity = "zeroing", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        int done;
        do {
            done = moveWaiting();
        } while (done == MOST);
    }

    /** @return how many sittings were looked at, at most 100 */
    public int moveWaiting() {
        return backlog.work(WAITING, MOST, this::move);
    }

    private record Scored(Marking.Sat sat, Trying.Moved as, int cut) {}

    /** Alone: whoever scores now has read the decisions from before, and is waited for. */
    private void move(List<UUID> sittings) {
        lock.alone();
        List<Scored> scored = sql.list(SCORED, Zeroing::scored, (Object) sittings.toArray(UUID[]::new));
        Map<UUID, Marking.Marked> marked =
                marking.mark(scored.stream().map(Scored::sat).toList(), null);
        for (Scored one : scored) {
            move(one, marked.get(one.sat().sitting()));
        }
    }

    private void move(Scored one, Marking.Marked mark) {
        Trying.Moved as = one.as();
        if (mark.raw() == as.move().oldRaw() && mark.chapters().equals(as.oldChapters())) {
            return;
        }
        UUID decision = incidents.lastDecision(one.sat().sitting()).orElseThrow();
        boolean passed = PassRule.passes(mark.raw(), one.cut());
        UUID change = Ids.next();
        sql.update(
                CHANGE,
                change,
                as.result(),
                decision,
                as.releasedAt() != null,
                as.move().oldRaw(),
                mark.raw(),
                as.move().oldPassed(),
                passed,
                as.oldChapters(),
                mark.chapters(),
                clock.now());
        if (as.releasedAt() != null && passed != as.move().oldPassed()) {
            Tally.Move move =
                    new Tally.Move(as.move().oldRaw(), mark.raw(), as.move().oldPassed(), passed);
            correcting.correct(decision, List.of(as.with(move, mark.chapters())), Map.of(as.result(), change));
        }
        auditing.noteAll(List.of(new Auditing.Note(
                Actor.SYSTEM,
                "moved by a decision",
                "result",
                as.result(),
                as.move().oldRaw() + " to " + mark.raw() + ", decision " + decision)));
    }

    private static Scored scored(ResultSet row) throws SQLException {
        Trying.Moved as = Trying.still(row);
        Marking.Sat sat = new Marking.Sat(
                row.getObject("sitting_id", UUID.class),
                row.getObject("paper_id", UUID.class),
                row.getString("subject"),
                as.releasedAt());
        return new Scored(sat, as, row.getInt("cut"));
    }
}
