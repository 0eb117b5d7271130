package org.chizheng.statistics.desk.rule;

import java.util.Map;
import java.util.OptionalDouble;

import org.chizheng.statistics.desk.rule.Cohort.Part;

/**
 * A city's rate if its people were mixed as those of the standard are: direct standardization (e.g. Breslow and Day, Statistical Methods in Cancer Research II, 1987, ch. 2). Each group's own rate
 * counts as much as the group does in the standard. Groups in which the city has too few are left out and the weights of the others raised to one; how much of the standard remains is told.
 *
 * @param rate from 0 to 1; empty where less than half of the standard can be compared
 * @param compared share of the standard that the compared groups hold, 0 to 1
 * @param small groups that the city has people in, but too few
 */
public record Standardization(OptionalDouble rate, double compared, int small) {
    private static final double LEAST_COMPARED = 0.5;

    /**
     * Of one city.
     *
     * @param least below so many required a group of the city is too small
     */
    public static <G> Standardization of(Cohort<G> city, Cohort<G> standard, long least) {
        double whole = standard.total().required();
        double weights = 0;
        double sum = 0;
        int small = 0;
        for (Map.Entry<G, Part> group : city.groups().entrySet()) {
            Part part = group.getValue();
            Part there = standard.groups().getOrDefault(group.getKey(), new Part(0, 0));
            if (part.required() == 0) {
                continue;
            }
            if (part.required() < least || there.required() == 0) {
                small++;
                continue;
            }
            double weight = there.required() / whole;
            weights += weight;
            sum += weight * part.rate();
        }
        return new Standardization(
                weights < LEAST_COMPARED ? OptionalDouble.empty() : OptionalDouble.of(sum / weights), weights, small);
    }

    /** What a city would have covered if each of its groups had the standard's rate: indirect standardization. */
    public static <G> double expected(Cohort<G> city, Cohort<G> standard) {
        double expected = 0;
        for (Map.Entry<G, Part> group : city.groups().entrySet()) {
            Part there = standard.groups().get(group.getKey());
            if (there != null && there.required() > 0) {
                expected += group.getValue().required() * there.rate();
            }
        }
        return expected;
    }
}
