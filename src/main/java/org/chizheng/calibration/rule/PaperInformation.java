package org.chizheng.calibration.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * How sharply an average paper of a blueprint tells abilities apart: (Σ w P′)² / Σ w² P (1 − P) (Birnbaum 1968, for a weighted sum), each cell of the blueprint with the mean of
 * its measured items. One divided by its root is the standard error of an ability.
 */
public final class PaperInformation {
    private final List<Part> parts;

    /**
     * A cell of the blueprint.
     *
     * @param items how many a paper has of it
     * @param points of each
     * @param measured at least one
     */
    public record Part(int items, int points, List<ItemParameters> measured) {}

    /** A point of the curve. */
    public record Point(double ability, double information) {}

    public PaperInformation(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    public double at(double ability) {
        double slope = 0;
        double variance = 0;
        for (Part part : parts) {
            double slopes = 0;
            double variances = 0;
            for (ItemParameters item : part.measured()) {
                double chance = item.probability(ability);
                slopes += item.a() * chance * (1 - chance);
                variances += chance * (1 - chance);
            }
            double share = (double) part.items() / part.measured().size();
            slope += part.points() * share * slopes;
            variance += part.points() * part.points() * share * variances;
        }
        return variance > 0 ? slope * slope / variance : 0;
    }

    /** Points that an average paper may be expected to earn. */
    public double expected(double ability) {
        return parts.stream()
                .mapToDouble(part -> part.points()
                        * part.items()
                        * part.measured().stream()
                                .mapToDouble(item -> item.probability(ability))
                                .average()
                                .orElse(0))
                .sum();
    }

    /** At equal distances, both ends included; points ≥ 2. */
    public List<Point> curve(double from, double to, int points) {
        List<Point> curve = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            double ability = from + (to - from) * i / (points - 1);
            curve.add(new Point(ability, at(ability)));
        }
        return curve;
    }
}
