package org.chizheng.statistics.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How severe assessors are beside those who marked the same performances: the mean of own points less the mean of the others' on each shared performance, with its standard
 * error. It is the simplest estimate of what a many-facet model calls severity (Linacre 1989), fair as long as pairs are mixed: two who only ever mark together are compared with
 * each other and with nobody else.
 */
public final class AssessorSeverity {
    /** Two-sided one per cent of the normal distribution; with few shared performances it flags a little too often. */
    private static final double STRIKING = 2.576;

    private AssessorSeverity() {}

    /**
     * Points that an assessor gave to a performance by own hand, before any agreement.
     *
     * @param performance what both saw
     */
    public record Mark(String performance, String assessor, double points) {}

    /**
     * One assessor.
     *
     * @param shared performances that somebody else marked too
     * @param deviation in points, above 0 more lenient than the others, below 0 more severe
     * @param error standard error of the deviation, empty for fewer than two performances
     */
    public record Severity(String assessor, int shared, double deviation, OptionalDouble error) {
        /** Beyond what one assessor in a hundred reaches by chance. */
        public boolean striking() {
            return error.isPresent() && error.getAsDouble() > 0 && Math.abs(deviation) > STRIKING * error.getAsDouble();
        }
    }

    /** @return in the order of the assessors' names; those who never shared a performance are missing */
    public static List<Severity> of(List<Mark> marks) {
        Map<String, List<Mark>> performances = marks.stream().collect(Collectors.groupingBy(Mark::performance));
        Map<String, List<Double>> deviations = new TreeMap<>();
        performances
                .values()
                .forEach(all -> all.forEach(mark -> others(all, mark)
                        .ifPresent(mean -> deviations
                                .computeIfAbsent(mark.assessor(), none -> new ArrayList<>())
                                .add(mark.points() - mean))));
        return deviations.entrySet().stream()
                .map(entry -> severity(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static OptionalDouble others(List<Mark> all, Mark mark) {
        return all.stream()
                .filter(other -> !other.assessor().equals(mark.assessor()))
                .mapToDouble(Mark::points)
                .average();
    }

    private static Severity severity(String assessor, List<Double> deviations) {
        int n = deviations.size();
        double mean = deviations.stream().mapToDouble(d -> d).average().orElseThrow();
        double squares =
                deviations.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
        OptionalDouble error = n < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / (n - 1) / n));
        return new Severity(assessor, n, mean, error);
    }
}
