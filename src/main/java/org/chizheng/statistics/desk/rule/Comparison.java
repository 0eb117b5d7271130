package org.chizheng.statistics.desk.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.chizheng.statistics.desk.rule.Cohort.Part;

/**
 * One city beside the province.
 *
 * @param expected covered, as the province's rates give for its mix
 * @param lowest the fewest covered within the limits of 95 %; highest the most; farLowest and farHighest those of 99.8 %
 */
public record Comparison(
        String city,
        Part total,
        Standardization standardized,
        double expected,
        long farLowest,
        long lowest,
        long highest,
        long farHighest,
        Verdict verdict) {
    /** By what is beyond chance first; those that chance explains stand by their code, for among them no order means anything. */
    private static final Comparator<Comparison> WORST = Comparator.comparing(Comparison::verdict)
            .thenComparingDouble(one -> one.verdict().ranked() ? one.excess() : 0)
            .thenComparing(Comparison::city);

    /** Covered beyond what was expected, as a share of the required; less than 0 where there are too few. */
    private double excess() {
        return (total.covered() - expected) / total.required();
    }

    /**
     * All cities against their sum, the worst first.
     *
     * @param least below so many required a group of a city is too small to be standardized by
     */
    public static <G> List<Comparison> of(Map<String, Cohort<G>> cities, long least) {
        Map<G, Part> sums = new java.util.HashMap<>();
        cities.values().forEach(city -> city.groups().forEach((group, part) -> sums.merge(group, part, Part::plus)));
        Cohort<G> province = new Cohort<>(sums);
        return new TreeMap<>(cities)
                .entrySet().stream()
                        .map(city -> of(city.getKey(), city.getValue(), province, least))
                        .sorted(WORST)
                        .toList();
    }

    private static <G> Comparison of(String code, Cohort<G> city, Cohort<G> province, long least) {
        Part total = city.total();
        double expected = Standardization.expected(city, province);
        BinomialTail chance = total.required() == 0 ? new BinomialTail(0, 0) : Verdict.tail(total.required(), expected);
        return new Comparison(
                code,
                total,
                Standardization.of(city, province, least),
                expected,
                chance.lowest(Verdict.ALARM),
                chance.lowest(Verdict.WARNING),
                chance.highest(Verdict.WARNING),
                chance.highest(Verdict.ALARM),
                Verdict.of(total.required(), total.covered(), expected));
    }
}
