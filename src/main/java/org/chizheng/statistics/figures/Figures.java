package org.chizheng.statistics.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.statistics.figures.rule.Stretch;

/**
 * Requirements of people on post, counted for any day, past or to come. What is read is one moment: the kept sums, and the people whom the sweep has not reached yet beside them,
 * so that a change counts from the moment on at which it is committed. As known at an earlier instant, the same with the people of whom something became known since.
 */
@ApplicationScoped
public class Figures {
    private final Moments moments;
    private final Sums sums;
    private final Changes changes;
    private final Recount recount;
    private final Regions regions;
    private final OfficialClock clock;

    Figures(Moments moments, Sums sums, Changes changes, Recount recount, Regions regions, OfficialClock clock) {
        this.moments = moments;
        this.sums = sums;
        this.changes = changes;
        this.recount = recount;
        this.regions = regions;
        this.clock = clock;
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
        return of(Sums.Kind.BY_QUALIFICATION, cities, day, knownAt, cell -> cell.qualification() != null);
    }

    /** The sums of cities by industry and size of enterprise; of nothing, none. */
    public Map<Cell, Counts> byIndustryAndSize(List<String> cities, LocalDate day, Instant knownAt) {
        return of(Sums.Kind.BY_INDUSTRY_AND_SIZE, cities, day, knownAt, cell -> cell.industry() != null);
    }

    private Map<Cell, Counts> of(
            Sums.Kind kind, List<String> cities, LocalDate day, Instant knownAt, Predicate<Cell> wanted) {
        return kept(read(kind, cities, List.of(day), knownAt).get(0), cities, wanted);
    }

    private static Map<Cell, Counts> kept(Map<Cell, Counts> read, List<String> cities, Predicate<Cell> wanted) {
        Map<Cell, Counts> kept = new HashMap<>(read);
        kept.keySet().removeIf(cell -> !wanted.test(cell) || !cities.contains(cell.region()));
        kept.values().removeIf(Counts.NONE::equals);
        return kept;
    }

    /** All sums that are published, of all regions, at one moment. */
    Map<Cell, Counts> all(LocalDate day, Instant knownAt) {
        List<String> codes = regions.all().stream().map(RegionView::code).toList();
        return read(Sums.Kind.ALL, codes, List.of(day), knownAt).get(0);
    }

    private List<Map<Cell, Counts>> read(Sums.Kind kind, List<String> codes, List<LocalDate> days, Instant knownAt) {
        return moments.at(knownAt, moment -> {
            if (moment.people() == null || kind.grouped() && !moment.grouped()) {
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
        return read(Sums.Kind.BY_QUALIFICATION, cities, days, knownAt).stream()
                .map(read -> kept(read, cities, cell -> cell.qualification() != null))
                .toList();
    }
}
