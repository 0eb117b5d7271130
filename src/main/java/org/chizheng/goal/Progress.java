package org.chizheng.goal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.goal.KindView.CityRow;
import org.chizheng.goal.Tallies.Tally;
import org.chizheng.goal.rule.Pace;
import org.chizheng.goal.rule.Share;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;

/** Sets what was done beside what is aimed at. */
@ApplicationScoped
public class Progress {
    private final Targets targets;
    private final Tallies tallies;
    private final Regions regions;

    public Progress(Targets targets, Tallies tallies, Regions regions) {
        this.targets = targets;
        this.tallies = tallies;
        this.regions = regions;
    }

    /** What is asked for. open: by the code of a region, whether the reader sees numbers of its people. */
    record Asked(String reading, int year, LocalDate day, Predicate<String> open) {}

    /** Years that have a target of the province, in order. */
    List<Integer> years(String reading) {
        return targets.of(reading).stream()
                .filter(TargetView::isWhole)
                .map(TargetView::year)
                .distinct()
                .sorted()
                .toList();
    }

    /** All kinds, in their order; a kind without a target has figures of 0. */
    List<KindView> of(Asked asked, List<Integer> years) {
        List<TargetView> aims = targets.of(asked.reading());
        List<Tally> done = years.isEmpty()
                ? List.of()
                : tallies.of(years.get(0), years.get(years.size() - 1)).stream()
                        .filter(one -> !LocalDate.of(one.year(), one.month(), 1).isAfter(asked.day()))
                        .toList();
        return Stream.of(GoalKind.values())
                .map(kind -> kind(
                        asked,
                        years,
                        kind,
                        aims,
                        done.stream().filter(one -> one.kind() == kind).toList()))
                .toList();
    }

    private KindView kind(Asked asked, List<Integer> years, GoalKind kind, List<TargetView> aims, List<Tally> done) {
        boolean open = asked.open().test(Targets.PROVINCE);
        List<Pace> paces = years.stream()
                .map(year -> Pace.ofYear(whole(aims, kind, year), sum(done, year), year, asked.day()))
                .toList();
        Pace all = new Pace(
                paces.stream().mapToLong(Pace::target).sum(),
                paces.stream().mapToLong(Pace::done).sum(),
                LocalDate.of(years.get(0), 1, 1),
                LocalDate.of(years.get(years.size() - 1), 12, 31),
                asked.day());
        Pace year = paces.get(years.indexOf(asked.year()));
        return new KindView(
                kind,
                Figure.of(year, open),
                Figure.of(all, open),
                paces.stream().map(pace -> Figure.of(pace, open)).toList(),
                cities(asked, kind, aims, done),
                aims.stream()
                        .filter(one -> one.kind() == kind && one.year() == asked.year() && one.isWhole())
                        .map(TargetView::split)
                        .findFirst()
                        .orElse(null));
    }

    private static long whole(List<TargetView> aims, GoalKind kind, int year) {
        return aims.stream()
                .filter(one -> one.kind() == kind && one.year() == year && one.isWhole())
                .mapToLong(TargetView::persons)
                .sum();
    }

    private static long sum(List<Tally> done, int year) {
        return done.stream()
                .filter(one -> one.year() == year)
                .mapToLong(Tally::persons)
                .sum();
    }

    private List<CityRow> cities(Asked asked, GoalKind kind, List<TargetView> aims, List<Tally> done) {
        Map<String, Long> aimed = targets.shares(aims, kind, asked.year());
        List<Tally> year =
                done.stream().filter(one -> one.year() == asked.year()).toList();
        List<RegionView> rows = new ArrayList<>(regions.children(Targets.PROVINCE));
        if (year.stream().anyMatch(one -> Targets.PROVINCE.equals(one.city()))) {
            regions.find(Targets.PROVINCE).ifPresent(rows::add);
        }
        List<Share> shares = rows.stream()
                .map(region -> new Share(
                        year.stream()
                                .filter(one -> one.city().equals(region.code()))
                                .mapToLong(Tally::persons)
                                .sum(),
                        aimed.getOrDefault(region.code(), 0L)))
                .toList();
        List<Boolean> open =
                rows.stream().map(region -> asked.open().test(region.code())).toList();
        List<Cell> cells = Cell.beside(shares, open, Share::part);
        return IntStream.range(0, rows.size())
                .mapToObj(
                        i -> row(asked, rows.get(i), shares.get(i), cells.get(i), own(aims, kind, asked, rows.get(i))))
                .toList();
    }

    private static boolean own(List<TargetView> aims, GoalKind kind, Asked asked, RegionView region) {
        return aims.stream()
                .anyMatch(one -> one.kind() == kind
                        && one.year() == asked.year()
                        && !one.isWhole()
                        && one.region().equals(region.code()));
    }

    private static CityRow row(Asked asked, RegionView region, Share share, Cell cell, boolean own) {
        Pace pace = Pace.ofYear(share.whole(), share.part(), asked.year(), asked.day());
        Long needed = cell.part() == null
                        || share.whole() == 0
                        || pace.neededPerMonth().isEmpty()
                ? null
                : Long.valueOf(pace.neededPerMonth().getAsLong());
        return new CityRow(region.code(), region.zh(), region.en(), cell, own, needed);
    }
}
