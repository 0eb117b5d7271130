package org.chizheng.statistics.desk.rule;

import java.util.Map;

/**
 * What is required in a city and what of it is covered, group by group.
 *
 * @param <G> a group that everybody in it is comparable by, such as qualification and class of enterprise
 */
public record Cohort<G>(Map<G, Part> groups) {
    public Cohort {
        groups = Map.copyOf(groups);
    }

    /** Covered of required. */
    public record Part(long required, long covered) {
        public Part {
            if (covered < 0 || required < covered) {
                throw new IllegalArgumentException(covered + " of " + required);
            }
        }

        double rate() {
            return (double) covered / required;
        }

        Part plus(Part more) {
            return new Part(required + more.required, covered + more.covered);
        }
    }

    public Part total() {
        return groups.values().stream().reduce(new Part(0, 0), Part::plus);
    }
}
