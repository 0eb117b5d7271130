package org.chizheng.statistics.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.statistics.desk.DeskView.Row;
import org.chizheng.statistics.desk.DeskView.Times;
import org.chizheng.statistics.desk.rule.Fall;
import org.chizheng.statistics.desk.rule.Move.Cause;
import org.chizheng.statistics.figures.Figures;
import org.chizheng.statistics.figures.rule.Counts;

/** What changed since yesterday, region by region, the worst first. */
@ApplicationScoped
public class Desk {
    private static final Set<Cause> OPENED =
            EnumSet.of(Cause.LAPSED, Cause.STOPPED, Cause.HIRED, Cause.GRACE_ENDED, Cause.LOST);
    private static final Set<Cause> COVERED = EnumSet.of(Cause.COVERED, Cause.HIRED_COVERED);
    private final Figures figures;
    private final Published published;
    private final Movements movements;
    private final DeskTerms terms;
    private final Regions regions;
    private final OfficialClock clock;

    Desk(
            Figures figures,
            Published published,
            Movements movements,
            DeskTerms terms,
            Regions regions,
            OfficialClock clock) {
        this.figures = figures;
        this.published = published;
        this.movements = movements;
        this.terms = terms;
        this.regions = regions;
        this.clock = clock;
    }

    /** Two moments and what lies between them. */
    private record Change(
            Published.Day then,
            Map<String, Counts> now,
            Optional<Map<String, Movements.Sum>> moves,
            DeskTerms.Terms on) {}

    /**
     * Compared with the frozen figures of yesterday; where there are none, with its sums as they are known now.
     *
     * @param counties whether each county stands by itself, else the regions directly below
     * @param byRate whether the fall of the rate decides the order, else that of the covered
     */
    public DeskView of(RegionView region, boolean counties, boolean byRate) {
        LocalDate today = clock.today();
        LocalDate yesterday = today.minusDays(1);
        Instant now = clock.now();
        List<RegionView> below = counties
                ? regions.counties(region.code()).stream()
                        .map(code -> regions.find(code).orElseThrow())
                        .toList()
                : regions.children(region.code());
        List<String> codes =
                new ArrayList<>(below.stream().map(RegionView::code).toList());
        codes.add(region.code());
        List<Map<String, Counts>> counts = figures.totals(codes, List.of(today, yesterday), null);
        Published.Day then = published
                .frozen(yesterday)
                .map(Published.Frozen::day)
                .orElseGet(() -> new Published.Day(yesterday, now, null, counts.get(1)));
        Change change = new Change(
                then,
                counts.get(0),
                movements.between(
                        new Movements.Moment(yesterday, then.knownAt()), new Movements.Moment(today, clock.now())),
                terms.on(today));
        Comparator<Fall> worst = byRate ? Fall.BY_RATE : Fall.BY_COVERED;
        List<Row> rows = below.stream()
                .map(one -> row(one, change))
                .filter(row -> row.fall().requiredBefore() + row.fall().requiredAfter() > 0)
                .sorted(Comparator.comparing(Row::fall, worst).thenComparing(Row::code))
                .toList();
        return new DeskView(
                region.code(),
                region.zh(),
                region.en(),
                today,
                now,
                yesterday,
                then.knownAt(),
                then.digest(),
                change.moves().isPresent(),
                row(region, change),
                rows);
    }

    private static Row row(RegionView region, Change change) {
        Counts before = change.then().of(region.code());
        Counts after = change.now().getOrDefault(region.code(), Counts.NONE);
        Fall fall = new Fall(before.required(), before.covered(), after.required(), after.covered());
        Movements.Sum sum = new Movements.Sum();
        change.moves()
                .ifPresent(moves -> moves.forEach((county, part) -> {
                    if (RegionView.covers(region.code(), county)) {
                        sum.plus(part);
                    }
                }));
        Set<Cause> other = EnumSet.complementOf(EnumSet.copyOf(OPENED));
        other.removeAll(COVERED);
        return new Row(
                region.code(),
                region.zh(),
                region.en(),
                region.level(),
                fall,
                times(sum, OPENED),
                times(sum, COVERED),
                times(sum, other),
                change.moves().isPresent() ? fall.covered() - sum.covered() : 0,
                !region.isZone() && fall.exceeds(change.on().limit(DeskTerms.Span.DAY, region.level())));
    }

    private static List<Times> times(Movements.Sum sum, Set<Cause> causes) {
        return causes.stream()
                .filter(sum.causes()::containsKey)
                .map(cause -> new Times(cause, sum.causes().get(cause)))
                .toList();
    }
}
