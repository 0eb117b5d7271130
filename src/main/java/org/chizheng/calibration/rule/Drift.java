package org.chizheng.calibration.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How difficulties moved from one calibration to the next, once the second is put on the scale of the first. */
public final class Drift {
    /** Fewer items in common have no quartiles to speak of. */
    private static final int FEWEST = 4;
    /** A smaller spread (logits) is rounding. */
    private static final double ROUNDING = 1e-6;

    private Drift() {}

    /** Old scale = slope × new scale + intercept. */
    public record Link(double slope, double intercept) {
        /** An item of the new calibration on the old scale. */
        public ItemParameters apply(ItemParameters item) {
            return new ItemParameters(
                    item.a() / slope, slope * item.b() + intercept, item.seA() / slope, slope * item.seB());
        }
    }

    /**
     * An item in both calibrations.
     *
     * @param before difficulty in the first
     * @param after difficulty in the second, on the scale of the first
     * @param error standard error of the difference, without that of the link
     * @param z robust z of the difference, after less before: (difference − median) / (0.74 × interquartile range) (Huynh &
     *     Meyer 2010)
     */
    public record Shift(double before, double after, double error, double z) {
        public double difference() {
            return after - before;
        }
    }

    /** Mean/sigma (Marco 1977) over the items in common; empty for fewer than four, or if they are all equally difficult. */
    public static Optional<Link> link(Map<Integer, ItemParameters> before, Map<Integer, ItemParameters> after) {
        List<Integer> common = common(before, after);
        double[] old = common.stream().mapToDouble(item -> before.get(item).b()).toArray();
        double[] recent =
                common.stream().mapToDouble(item -> after.get(item).b()).toArray();
        double slope = deviation(old) / deviation(recent);
        if (common.size() < FEWEST || !(slope > 0 && Double.isFinite(slope))) {
            return Optional.empty();
        }
        return Optional.of(new Link(slope, mean(old) - slope * mean(recent)));
    }

    /** By item, those in both; none if the calibrations cannot be linked. */
    public static Map<Integer, Shift> shifts(Map<Integer, ItemParameters> before, Map<Integer, ItemParameters> after) {
        Map<Integer, Shift> shifts = new TreeMap<>();
        link(before, after).ifPresent(link -> {
            List<Integer> common = common(before, after);
            double[] differences = common.stream()
                    .mapToDouble(item ->
                            link.apply(after.get(item)).b() - before.get(item).b())
                    .sorted()
                    .toArray();
            double median = quantile(differences, 0.5);
            double spread = Math.max(ROUNDING, quantile(differences, 0.75) - quantile(differences, 0.25));
            for (int item : common) {
                ItemParameters old = before.get(item);
                ItemParameters recent = link.apply(after.get(item));
                double z = (recent.b() - old.b() - median) / (0.74 * spread);
                shifts.put(item, new Shift(old.b(), recent.b(), Math.hypot(old.seB(), recent.seB()), z));
            }
        });
        return shifts;
    }

    private static List<Integer> common(Map<Integer, ItemParameters> before, Map<Integer, ItemParameters> after) {
        List<Integer> common = new ArrayList<>(new TreeMap<>(before).keySet());
        common.retainAll(after.keySet());
        return common;
    }

    /** Linear between the ordered values. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length);
    }
}
