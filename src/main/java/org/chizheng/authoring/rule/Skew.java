package org.chizheng.authoring.rule;

import java.util.Arrays;

/**
 * How often something happened against how often chance would have it, by the exact test: the number of successes in independent trials, each with a chance of its own
 * (Poisson binomial; the binomial when all are equal).
 *
 * @param observed successes
 * @param trials how many
 * @param expected successes
 * @param chance of a number at least as far off on either side: twice the smaller tail, 0 to 1
 */
public record Skew(int observed, int trials, double expected, double chance) {
    /** Rarer than once in a hundred is not taken for chance. */
    private static final double UNLIKELY = 0.01;
    /** Share of the trials; a smaller difference helps nobody to guess, however sure it is. */
    private static final double WORTH_KNOWING = 0.05;

    /** @param chances of a success in each trial, 0 to 1 */
    static Skew of(int observed, double[] chances) {
        double expected = 0;
        double[] distribution = new double[chances.length + 1];
        distribution[0] = 1;
        for (int trial = 0; trial < chances.length; trial++) {
            double p = chances[trial];
            expected += p;
            for (int k = trial + 1; k > 0; k--) {
                distribution[k] = distribution[k] * (1 - p) + distribution[k - 1] * p;
            }
            distribution[0] *= 1 - p;
        }
        double atMost = 0;
        double atLeast = 0;
        for (int k = 0; k < distribution.length; k++) {
            atMost += k <= observed ? distribution[k] : 0;
            atLeast += k >= observed ? distribution[k] : 0;
        }
        return new Skew(observed, chances.length, expected, Math.min(1, 2 * Math.min(atMost, atLeast)));
    }

    /** Of statements, how many are true, against a fair coin. */
    public static Skew ofStatements(int right, int all) {
        double[] chances = new double[all];
        Arrays.fill(chances, 0.5);
        return of(right, chances);
    }

    /** Too far off for chance, and far enough to help whoever guesses. */
    public boolean isClear() {
        return chance < UNLIKELY && Math.abs(observed - expected) >= WORTH_KNOWING * trials;
    }

    /** The same when it was the most striking of several: Bonferroni's bound. */
    Skew amongst(int several) {
        return new Skew(observed, trials, expected, Math.min(1, several * chance));
    }

    /** Observed, in whole per cent of the trials. */
    public long percent() {
        return trials == 0 ? 0 : Math.round(100.0 * observed / trials);
    }

    /** Expected, in whole per cent of the trials. */
    public long expectedPercent() {
        return trials == 0 ? 0 : Math.round(100 * expected / trials);
    }
}
