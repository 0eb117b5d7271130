package org.chizheng.calibration.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * An item in the logistic model: P(right | ability θ) = 1 / (1 + exp(−a (θ − b))), without the factor 1.7.
 *
 * @param a discrimination; negative if better candidates do worse
 * @param b difficulty in standard deviations of ability
 * @param seA standard error of a; 0 if a was not estimated
 * @param seB standard error of b
 */
public record ItemParameters(double a, double b, double seA, double seB) {
    /** A point of the item characteristic curve. */
    public record Point(double ability, double probability) {}

    /** Logit of a right answer at ability 0. */
    public double intercept() {
        return -a * b;
    }

    public double probability(double ability) {
        return 1 / (1 + Math.exp(-a * (ability - b)));
    }

    /** Fisher information on ability, a² P (1 − P). */
    public double information(double ability) {
        double p = probability(ability);
        return a * a * p * (1 - p);
    }

    /** The item characteristic curve at equal distances from one ability to another, both included; points ≥ 2. */
    public List<Point> curve(double from, double to, int points) {
        List<Point> curve = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            double ability = from + (to - from) * i / (points - 1);
            curve.add(new Point(ability, probability(ability)));
        }
        return curve;
    }
}
