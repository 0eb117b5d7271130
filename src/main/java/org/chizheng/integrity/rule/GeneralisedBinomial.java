package org.chizheng.integrity.rule;

/**
 * Number of successes in independent trials, each with a chance of its own: the generalised (Poisson) binomial distribution of the generalised binomial test, van der Linden &
 * Sotaridona (2006), Journal of Educational and Behavioral Statistics 31, 283–304. Exact, by taking one trial after the other.
 */
public final class GeneralisedBinomial {
    private GeneralisedBinomial() {}

    /** @param chances each from 0 to 1; @return the probability of 0, 1, … successes */
    public static double[] distribution(double[] chances) {
        double[] probability = new double[chances.length + 1];
        probability[0] = 1;
        for (int trial = 0; trial < chances.length; trial++) {
            double chance = chances[trial];
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("not a chance: " + chance);
            }
            for (int successes = trial + 1; successes > 0; successes--) {
                probability[successes] = probability[successes] * (1 - chance) + probability[successes - 1] * chance;
            }
            probability[0] *= 1 - chance;
        }
        return probability;
    }

    /** The probability of so many successes or more; the small ones are added first. */
    public static double atLeast(double[] chances, int successes) {
        double[] probability = distribution(chances);
        double tail = 0;
        for (int more = chances.length; more >= Math.max(0, successes); more--) {
            tail += probability[more];
        }
        return Math.min(1, tail);
    }

    /** Mean number of successes. */
    public static double expected(double[] chances) {
        double sum = 0;
        for (double chance : chances) {
            sum += chance;
        }
        return sum;
    }
}
