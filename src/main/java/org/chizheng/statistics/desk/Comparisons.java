package org.chizheng.statistics.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.regulation.Qualifications;
import org.chizheng.statistics.desk.ComparisonView.Mix;
import org.chizheng.statistics.desk.ComparisonView.Row;
import org.chizheng.statistics.desk.rule.Cohort;
import org.chizheng.statistics.desk.rule.Comparison;
import org.chizheng.statistics.desk.rule.Standardization;
import org.chizheng.statistics.desk.rule.Verdict;
import org.chizheng.statistics.figures.Figures;
import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Counts;

/** Sets the province's cities beside each other by qualification and class of enterprise. */
@ApplicationScoped
public class Comparisons {
    private static final String PROVINCE = "32";
    private final Figures figures;
    private final DeskTerms terms;
    private final Qualifications qualifications;
    private final Regions regions;
    private final OfficialClock clock;

    Comparisons(Figures figures, DeskTerms terms, Qualifications qualifications, Regions regions, OfficialClock clock) {
        this.figures = figures;
        this.terms = terms;
        this.qualifications = qualifications;
        this.regions = regions;
        this.clock = clock;
    }

    /** Who is comparable with whom. */
    record Group(String qualification, boolean highRisk) {}

    /** @param knownAt null for all that is recorded by now */
    public ComparisonView of(LocalDate asOf, Instant knownAt) {
        Instant by = knownAt == null ? clock.now() : knownAt;
        List<String> cities =
                regions.children(PROVINCE).stream().map(RegionView::code).toList();
        return of(figures.byQualification(cities, asOf, knownAt), asOf, by);
    }

    /** Of sums that are there already. */
    public ComparisonView of(Map<Cell, Counts> sums, LocalDate asOf, Instant knownAt) {
        Map<String, Map<Group, Cohort.Part>> groups = new TreeMap<>();
        regions.children(PROVINCE).forEach(city -> groups.put(city.code(), new HashMap<>()));
        sums.forEach((cell, counts) -> groups.get(cell.region())
                .put(
                        new Group(cell.qualification(), cell.highRisk()),
                        new Cohort.Part(counts.required(), counts.covered())));
        Map<String, Cohort<Group>> cities = new TreeMap<>();
        groups.forEach((city, parts) -> cities.put(city, new Cohort<>(parts)));
        long least = terms.on(asOf).smallCell();
        List<Row> rows = new ArrayList<>();
        long required = 0;
        long covered = 0;
        int rank = 0;
        for (Comparison one : Comparison.of(cities, least)) {
            boolean worse = one.verdict() == Verdict.FAR_BELOW || one.verdict() == Verdict.BELOW;
            rank += worse ? 1 : 0;
            rows.add(row(one, cities.get(one.city()), worse ? rank : null));
            required += one.total().required();
            covered += one.total().covered();
        }
        return new ComparisonView(asOf, knownAt, least, required, DeskView.percent(covered, required), rows);
    }

    private Row row(Comparison one, Cohort<Group> city, Integer rank) {
        RegionView region = regions.find(one.city()).orElseThrow();
        long required = one.total().required();
        Standardization standardized = one.standardized();
        return new Row(
                rank,
                region.code(),
                region.zh(),
                region.en(),
                required,
                one.total().covered(),
                Mix.of(
                        sum(city, group -> isOf(group, "PRINCIPAL")),
                        sum(city, group -> isOf(group, "MANAGER")),
                        sum(city, group -> isOf(group, "OPERATOR")),
                        sum(city, Group::highRisk),
                        required),
                DeskView.percent(one.total().covered(), required),
                standardized.rate().isEmpty()
                        ? null
                        : ComparisonView.rounded(100 * standardized.rate().getAsDouble(), 2),
                ComparisonView.rounded(100 * standardized.compared(), 1),
                standardized.small(),
                required == 0 ? null : ComparisonView.rounded(100 * one.expected() / required, 2),
                limit(one.farLowest(), required),
                limit(one.lowest(), required),
                limit(one.highest(), required),
                limit(one.farHighest(), required),
                one.verdict());
    }

    private static String limit(long covered, long required) {
        return required == 0 ? null : ComparisonView.rounded(100.0 * covered / required, 2);
    }

    private boolean isOf(Group group, String category) {
        return qualifications.get(group.qualification()).postCategory().equals(category);
    }

    private static long sum(Cohort<Group> city, Predicate<Group> wanted) {
        return city.groups().entrySet().stream()
                .filter(group -> wanted.test(group.getKey()))
                .mapToLong(group -> group.getValue().required())
                .sum();
    }
}
