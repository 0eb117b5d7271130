package org.chizheng.statistics.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.statistics.figures.Pending.Word;
import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.statistics.figures.rule.Stretch;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Requirements of people on post, counted for any day, past or to come. What is read is one moment: the kept sums, and the people whom the sweep has not reached yet beside them,
 * so that a change counts from the moment on at which it is committed. As known at an earlier instant, the same with the people of whom something became known since.
 */
@ApplicationScoped
public class Figures {
    /** More people who wait are left to the sweep, which is quicker than so many looked at by each reader. */
    static final int WAIT_FOR = 200;
    /** Of more people than that it is quicker to count everybody again. */
    private static final int LOOK_AT = 20_000;

    private static final String STATE = "SELECT generation, rebuilt_at IS NOT NULL FROM figure_state";
    private final Sql sql;
    private final Sums sums;
    private final Changes changes;
    private final Pending pending;
    private final Recount recount;
    private final Regions regions;
    private final OfficialClock clock;

    Figures(
            Sql sql,
            Sums sums,
            Changes changes,
            Pending pending,
            Recount recount,
            Regions regions,
            OfficialClock clock) {
        this.sql = sql;
        this.sums = sums;
        this.changes = changes;
        this.pending = pending;
        this.recount = recount;
        this.regions = regions;
        this.clock = clock;
    }

    /** Whose facts stand beside what is kept; people is null where everybody must be counted again. */
    record Moment(int generation, Set<UUID> people, Instant knownAt) {
        Set<UUID> waiting() {
            return people == null ? Set.of() : people;
        }
    }

    /** What a read makes of a moment. */
    @FunctionalInterface
    interface Read<T> {
        T of(Moment moment);
    }

    /** All reads within see the database as it is at one moment. @param knownAt null for all that is recorded */
    <T> T at(Instant knownAt, Read<T> read) {
        return QuarkusTransaction.requiringNew().call(() -> {
            sql.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            return read.of(moment(knownAt));
        });
    }

    /** Whether the sweep has nothing to do. */
    boolean isSettled() {
        return pending.waiting(1).isEmpty();
    }

    private Moment moment(Instant knownAt) {
        record State(int generation, boolean rebuilt) {}
        State state = sql.first(STATE, row -> new State(row.getInt(1), row.getBoolean(2)))
                .orElseThrow();
        return new Moment(state.generation(), state.rebuilt() ? people(knownAt) : null, knownAt);
    }

    private Set<UUID> people(Instant knownAt) {
        int most = knownAt == null ? WAIT_FOR : LOOK_AT;
        List<Word> words = pending.waiting(most + 1);
        boolean everybody = words.stream().anyMatch(Word::everybody);
        if (knownAt == null) {
            Set<UUID> people = everybody || words.size() > most ? Set.of() : pending.people(words);
            return people.size() > most ? Set.of() : people;
        }
        Set<UUID> people = new HashSet<>(changes.since(knownAt, most + 1));
        people.addAll(everybody ? Set.of() : pending.people(words));
        return everybody || words.size() > most || people.size() > most ? null : people;
    }

    /**
     * The totals of regions of any level, functional zones among them.
     *
     * @param knownAt null for all that is recorded
     * @return for each day, in their order, the counts of each region
     */
    public List<Map<String, Counts>> totals(List<String> codes, List<LocalDate> days, Instant knownAt) {
        List<Cell> cells = codes.stream().map(Cell::of).toList();
        return read(Sums.Kind.TOTAL, codes, days, knownAt).stream()
                .map(found -> {
                    Map<String, Counts> totals = new HashMap<>();
                    cells.forEach(cell -> totals.put(cell.region(), found.getOrDefault(cell, Counts.NONE)));
                    return totals;
                })
                .toList();
    }

    /** The sums of cities by qualification and class of enterprise; of nothing, none. */
    public Map<Cell, Counts> byQualification(List<String> cities, LocalDate day, Instant knownAt) {
        Map<Cell, Counts> found =
                read(Sums.Kind.BY_QUALIFICATION, cities, List.of(day), knownAt).get(0);
        Map<Cell, Counts> kept = new HashMap<>(found);
        kept.keySet().removeIf(cell -> cell.qualification() == null || !cities.contains(cell.region()));
        kept.values().removeIf(Counts.NONE::equals);
        return kept;
    }

    /** All sums of all regions, at one moment. */
    Map<Cell, Counts> all(LocalDate day, Instant knownAt) {
        List<String> codes = regions.all().stream().map(RegionView::code).toList();
        return read(Sums.Kind.ALL, codes, List.of(day), knownAt).get(0);
    }

    private List<Map<Cell, Counts>> read(Sums.Kind kind, List<String> codes, List<LocalDate> days, Instant knownAt) {
        return at(knownAt, moment -> {
            if (moment.people() == null) {
                return recounted(codes, days, knownAt == null ? clock.now() : knownAt);
            }
            List<Map<Cell, Counts>> found = sums.on(moment.generation(), codes, kind, days);
            changes.each(
                    moment.generation(),
                    moment.people(),
                    knownAt,
                    (person, stretch) -> move(found, days, stretch, 1),
                    (person, stretch) -> move(found, days, stretch, -1));
            return found;
        });
    }

    private static void move(List<Map<Cell, Counts>> found, List<LocalDate> days, Stretch stretch, int times) {
        Counts one = Counts.of(stretch.cover());
        Counts moved = times == 1 ? one : Counts.NONE.minus(one);
        for (int i = 0; i < days.size(); i++) {
            if (stretch.days().holds(Math.toIntExact(days.get(i).toEpochDay()))) {
                Map<Cell, Counts> sums = found.get(i);
                stretch.cell().sums().forEach(cell -> sums.merge(cell, moved, Counts::plus));
            }
        }
    }

    /** Zones lie across counties, so for them everybody is counted. */
    private List<Map<Cell, Counts>> recounted(List<String> codes, List<LocalDate> days, Instant knownAt) {
        boolean whole = codes.stream()
                .anyMatch(code -> regions.find(code).filter(RegionView::isZone).isPresent());
        List<String> counties = codes.stream()
                .flatMap(code -> regions.counties(code).stream())
                .distinct()
                .toList();
        List<Map<Cell, Counts>> found = new ArrayList<>();
        days.forEach(day -> found.add(whole ? recount.all(day, knownAt) : recount.in(counties, day, knownAt)));
        return found;
    }

    /** As {@link #byQualification(List, LocalDate, Instant)} of several days, read at one moment. @return in the order of the days */
    public List<Map<Cell, Counts>> byQualification(List<String> cities, List<LocalDate> days, Instant knownAt) {
        List<Map<Cell, Counts>> kept = new ArrayList<>();
        for (Map<Cell, Counts> found : read(Sums.Kind.BY_QUALIFICATION, cities, days, knownAt)) {
            Map<Cell, Counts> sums = new HashMap<>(found);
            sums.keySet().removeIf(cell -> cell.qualification() == null || !cities.contains(cell.region()));
            sums.values().removeIf(Counts.NONE::equals);
            kept.add(sums);
        }
        return kept;
    }
}
