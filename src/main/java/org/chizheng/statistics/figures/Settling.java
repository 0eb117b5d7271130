package org.chizheng.statistics.figures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.goal.work.WorkFacts;
import org.chizheng.statistics.figures.Pending.Word;
import org.chizheng.statistics.figures.rule.Stretch;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Brings what is kept up to date with the facts of the people who changed: their timelines are computed anew, and what differs moves the sums. So a change costs what the person
 * costs, however many others there are. An advisory lock lets one replica do it at a time.
 */
@ApplicationScoped
public class Settling {
    /** The same for a rebuild. */
    static final long LOCK = 0x6669677572657301L;

    private static final int WORDS = 500;
    private final Sql sql;
    private final Pending pending;
    private final Timelines timelines;
    private final Intervals intervals;
    private final Sums sums;
    private final Cells cells;
    private final Rebuilding rebuilding;
    private final WorkFacts work;

    Settling(
            Sql sql,
            Pending pending,
            Timelines timelines,
            Intervals intervals,
            Sums sums,
            Cells cells,
            Rebuilding rebuilding,
            WorkFacts work) {
        this.sql = sql;
        this.pending = pending;
        this.timelines = timelines;
        this.intervals = intervals;
        this.sums = sums;
        this.cells = cells;
        this.rebuilding = rebuilding;
        this.work = work;
    }

    private enum Done {
        NOTHING,
        SOME,
        EVERYBODY_WAITS
    }

    /** Settles what waits, and rebuilds all where everybody waits; returns at once when another replica is at it. */
    public void settleWaiting() {
        Done done = Done.SOME;
        while (done == Done.SOME && !pending.waiting(1).isEmpty()) {
            done = QuarkusTransaction.requiringNew().call(this::settle);
        }
        if (done == Done.EVERYBODY_WAITS) {
            rebuilding.rebuild();
        }
    }

    private Done settle() {
        if (!sql.first("SELECT pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
                .orElse(false)) {
            return Done.NOTHING;
        }
        if (pending.everybody()) {
            return Done.EVERYBODY_WAITS;
        }
        List<Word> words = pending.waiting(WORDS);
        Set<UUID> people = pending.people(words);
        if (!people.isEmpty()) {
            settle(people);
        }
        pending.done(words);
        return words.isEmpty() ? Done.NOTHING : Done.SOME;
    }

    private void settle(Set<UUID> people) {
        int generation = sql.first("SELECT generation FROM figure_state", row -> row.getInt(1))
                .orElseThrow();
        Map<UUID, List<Stretch>> now = timelines.of(people, null);
        Map<UUID, List<Stretch>> before = intervals.ofPeople(generation, people);
        Curves curves = new Curves();
        Set<UUID> enterprises = new HashSet<>();
        now.entrySet()
                .removeIf(one ->
                        !differs(before.getOrDefault(one.getKey(), List.of()), one.getValue(), curves, enterprises));
        if (!now.isEmpty()) {
            intervals.replace(generation, now);
            sums.add(generation, curves);
            work.changed(enterprises);
        }
    }

    /** @return whether they differ, whatever their order; what came and went is added to the curves, and where to the enterprises */
    private boolean differs(List<Stretch> before, List<Stretch> now, Curves curves, Set<UUID> enterprises) {
        List<Stretch> gone = new ArrayList<>(before);
        List<Stretch> come = new ArrayList<>(now);
        now.forEach(stretch -> {
            if (gone.remove(stretch)) {
                come.remove(stretch);
            }
        });
        gone.forEach(stretch -> curves.add(cells.home(stretch.cell()).sums(), stretch, -1));
        come.forEach(stretch -> curves.add(cells.home(stretch.cell()).sums(), stretch, 1));
        gone.forEach(stretch -> enterprises.add(stretch.enterprise()));
        come.forEach(stretch -> enterprises.add(stretch.enterprise()));
        return !gone.isEmpty() || !come.isEmpty();
    }
}
