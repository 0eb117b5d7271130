package org.chizheng.statistics.desk.rule;

/**
 * The number of successes in n independent trials of one probability, exactly: sums of the probabilities themselves, no approximation by the normal distribution. Where the trials have different
 * probabilities of the same mean, its tails are no smaller than theirs (Hoeffding, Annals of Mathematical Statistics 27 (1956) 713), so what is far out here is so there too.
 */
public final class BinomialTail {
    private static final double NEGLIGIBLE = 1e-17;
    private static final double[] LANCZOS = {
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };
    private final long trials;
    private final double probability;

    /** @param trials at least 0; @param probability from 0 to 1 */
    public BinomialTail(long trials, double probability) {
        if (trials < 0 || !(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(trials + " trials of " + probability);
        }
        this.trials = trials;
        this.probability = probability;
    }

    /** Probability of so many successes or fewer. */
    public double atMost(long successes) {
        if (successes >= trials || probability == 0) {
            return successes < 0 ? 0 : 1;
        }
        if (successes < 0 || probability == 1) {
            return 0;
        }
        return successes > trials * probability ? 1 - up(successes + 1) : down(successes);
    }

    /** Probability of so many successes or more. */
    public double atLeast(long successes) {
        return new BinomialTail(trials, 1 - probability).atMost(trials - successes);
    }

    /** From there down: each term is smaller than the one before. */
    private double down(long from) {
        double term = Math.exp(logTerm(from));
        double sum = 0;
        for (long k = from; k >= 0 && term > NEGLIGIBLE * sum; k--) {
            sum += term;
            term *= k * (1 - probability) / ((trials - k + 1) * probability);
        }
        return Math.min(1, sum);
    }

    private double up(long from) {
        double term = Math.exp(logTerm(from));
        double sum = 0;
        for (long k = from; k <= trials && term > NEGLIGIBLE * sum; k++) {
            sum += term;
            term *= (trials - k) * probability / ((k + 1) * (1 - probability));
        }
        return Math.min(1, sum);
    }

    private double logTerm(long k) {
        return logFactorial(trials)
                - logFactorial(k)
                - logFactorial(trials - k)
                + k * Math.log(probability)
                + (trials - k) * Math.log1p(-probability);
    }

    /** By Lanczos' series with g = 7. */
    private static double logFactorial(long n) {
        double sum = 0.99999999999980993;
        for (int i = 0; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (n + i + 1.0);
        }
        double base = n + 7.5;
        return 0.5 * Math.log(2 * Math.PI) + (n + 0.5) * Math.log(base) - base + Math.log(sum);
    }

    /** The fewest successes that are not too few: any fewer has at most this probability. */
    public long lowest(double tail) {
        long low = 0;
        long high = trials;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (atMost(middle) > tail) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The most successes that are not too many. */
    public long highest(double tail) {
        return trials - new BinomialTail(trials, 1 - probability).lowest(tail);
    }
}
