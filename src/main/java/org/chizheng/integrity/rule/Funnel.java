package org.chizheng.integrity.rule;

/**
 * A funnel plot's limits for a proportion (Spiegelhalter 2005, Statistics in Medicine 24, 1185–1202): within them lie so many centres of the size, if all have the common rate
 * and differ by chance alone. Exact binomial, interpolated between whole numbers as there (appendix A.1.1).
 */
public final class Funnel {
    /** Outside which one of twenty lies by chance, and one of five hundred. */
    public static final double USUAL = 0.95;

    public static final double FAR = 0.998;

    private Funnel() {}

    /** Where a centre lies. */
    public enum Place {
        WITHIN,
        LOW,
        FAR_LOW,
        HIGH,
        FAR_HIGH
    }

    /**
     * The proportion below which the share q of centres lies.
     *
     * @param n candidates, at least 1
     * @param rate the common rate, 0 to 1
     * @param q 0 to 1, both excluded
     */
    public static double limit(long n, double rate, double q) {
        double[] cumulative = {0};
        long[] reached = {n};
        double[] before = {0};
        walk(n, rate, (k, probability) -> {
            before[0] = cumulative[0];
            cumulative[0] += probability;
            reached[0] = k;
            return cumulative[0] <= q;
        });
        double within = cumulative[0] - before[0];
        double back = within > 0 ? Math.min(1, Math.max(0, (cumulative[0] - q) / within)) : 0;
        return Math.max(0, Math.min(1, (reached[0] - back) / n));
    }

    /** By the exact probability of as few, or as many: at most half of what lies outside on either side. */
    public static Place place(long passed, long n, double rate) {
        double few = atMost(passed, n, rate);
        double many = 1 - atMost(passed - 1, n, rate);
        if (few <= (1 - USUAL) / 2) {
            return few <= (1 - FAR) / 2 ? Place.FAR_LOW : Place.LOW;
        }
        if (many <= (1 - USUAL) / 2) {
            return many <= (1 - FAR) / 2 ? Place.FAR_HIGH : Place.HIGH;
        }
        return Place.WITHIN;
    }

    /** The probability of so many or fewer of n. */
    static double atMost(long passed, long n, double rate) {
        double[] sum = {0};
        walk(n, rate, (k, probability) -> {
            sum[0] += k <= passed ? probability : 0;
            return k < passed;
        });
        return Math.min(1, sum[0]);
    }

    private interface Step {
        boolean goOn(long k, double probability);
    }

    /** From 0 upwards, in logarithms, so that nothing vanishes for thousands of candidates. */
    private static void walk(long n, double rate, Step step) {
        if (n < 1 || !(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException(n + ", " + rate);
        }
        if (rate == 0 || rate == 1) {
            step.goOn(rate == 0 ? 0 : n, 1);
            return;
        }
        double log = n * Math.log1p(-rate);
        double odds = Math.log(rate) - Math.log1p(-rate);
        for (long k = 0; k <= n; k++) {
            if (!step.goOn(k, Math.exp(log))) {
                return;
            }
            log += Math.log((double) (n - k) / (k + 1)) + odds;
        }
    }
}
