package org.chizheng.calibration.rule;

import java.util.Collection;

/** From a share of right answers to the ability that may expect it of the calibrated items on average, and back (test characteristic curve, Lord 1980). */
public final class ScoreScale {
    /** Standard deviations beyond which no ability is told apart. */
    public static final double FARTHEST = 4;

    private static final int HALVINGS = 40;
    private final Collection<ItemParameters> items;

    /** @param items at least one; those with a negative discrimination have no part in it */
    public ScoreScale(Collection<ItemParameters> items) {
        this.items = items.stream().filter(item -> item.a() > 0).toList();
    }

    /** Share of right answers to be expected, 0 to 1. */
    public double share(double ability) {
        return items.stream()
                .mapToDouble(item -> item.probability(ability))
                .average()
                .orElse(0.5);
    }

    /** From −4 to 4. */
    public double ability(double share) {
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (share(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
