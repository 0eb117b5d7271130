package org.chizheng.goal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.goal.PassView.PassRow;
import org.chizheng.goal.register.RegisterShares;
import org.chizheng.goal.rule.Share;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;

/** Everything that is told of the goals, once for the page, the Excel file and the JSON door. */
@ApplicationScoped
public class Overview {
    private final Targets targets;
    private final Progress progress;
    private final PassRates rates;
    private final RegisterShares registers;
    private final Regions regions;
    private final OfficialClock clock;

    public Overview(
            Targets targets,
            Progress progress,
            PassRates rates,
            RegisterShares registers,
            Regions regions,
            OfficialClock clock) {
        this.targets = targets;
        this.progress = progress;
        this.rates = rates;
        this.registers = registers;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * As of today.
     *
     * @param reading code, blank for the first
     * @param year one that has a target under the reading, blank for this year or the nearest before, else the first
     * @param open by the code of a region, whether the reader sees numbers of people
     * @throws Refused READING_UNKNOWN, YEAR_INVALID
     */
    GoalsView of(String reading, String year, Predicate<String> open) {
        List<Reading> readings = targets.readings();
        Reading chosen = readings.stream()
                .filter(one ->
                        reading == null || reading.isBlank() || one.code().equals(reading))
                .findFirst()
                .orElseThrow(() -> new Refused(GoalRefusal.READING_UNKNOWN));
        List<Integer> years = progress.years(chosen.code());
        LocalDate today = clock.today();
        int shown = year == null || year.isBlank() ? nearest(years, today.getYear()) : known(year, years);
        return view(chosen, readings, shown, today, open);
    }

    /**
     * Under each reading, of the year of a day or the nearest before: what was done until then, beside the targets as they stand now. With numbers of people, for readers within the authority.
     */
    public List<GoalsView> asOf(LocalDate day) {
        List<Reading> readings = targets.readings();
        return readings.stream()
                .map(one ->
                        view(one, readings, nearest(progress.years(one.code()), day.getYear()), day, region -> true))
                .toList();
    }

    private GoalsView view(Reading chosen, List<Reading> readings, int year, LocalDate day, Predicate<String> open) {
        List<Integer> years = progress.years(chosen.code());
        Progress.Asked asked = new Progress.Asked(chosen.code(), year, day, open);
        return new GoalsView(
                day,
                chosen,
                readings,
                year,
                years,
                open.test(Targets.PROVINCE),
                progress.of(asked, years),
                rates.newest(day).map(count -> pass(count, open)).orElse(null),
                registers.of(day, open));
    }

    private static int known(String year, List<Integer> years) {
        return years.stream()
                .filter(one -> String.valueOf(one).equals(year))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        GoalRefusal.YEAR_INVALID,
                        String.valueOf(years.get(0)),
                        String.valueOf(years.get(years.size() - 1))));
    }

    private static int nearest(List<Integer> years, int year) {
        return years.stream()
                .filter(one -> one <= year)
                .reduce((one, next) -> next)
                .orElse(years.get(0));
    }

    private PassView pass(PassRates.Count count, Predicate<String> open) {
        List<RegionView> cities = regions.children(Targets.PROVINCE);
        List<Cell> onPost = cells(cities, count.onPost(), open);
        List<Cell> newly = cells(cities, count.newly(), open);
        List<PassRow> rows = IntStream.range(0, cities.size())
                .mapToObj(i -> row(cities.get(i), onPost.get(i), newly.get(i)))
                .toList();
        boolean all = open.test(Targets.PROVINCE);
        RegionView province = regions.find(Targets.PROVINCE).orElseThrow();
        PassRow total = row(
                province,
                Cell.of(sum(count.onPost()), all, Share::whole),
                Cell.of(sum(count.newly()), all, Share::whole));
        return new PassView(
                count.day(), count.countedAt(), count.hireMonths(), count.passMonths(), total, new ArrayList<>(rows));
    }

    private static List<Cell> cells(List<RegionView> cities, Map<String, Share> shares, Predicate<String> open) {
        return Cell.beside(
                cities.stream()
                        .map(city -> shares.getOrDefault(city.code(), new Share(0, 0)))
                        .toList(),
                cities.stream().map(city -> open.test(city.code())).toList(),
                Share::whole);
    }

    private static Share sum(Map<String, Share> shares) {
        return shares.values().stream().reduce(new Share(0, 0), Share::plus);
    }

    private static PassRow row(RegionView region, Cell onPost, Cell newly) {
        return new PassRow(region.code(), region.zh(), region.en(), onPost, newly);
    }
}
