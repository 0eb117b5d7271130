package org.chizheng.integrity.rule;

import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Identical wrong answers of two candidates on the items that stood on both papers, held against chance. What is counted is the statistic of the K-index (Holland 1996, ETS
 * Research Report 96-07): right answers agree because both know. Its distribution is that of the generalised binomial test (van der Linden & Sotaridona 2006): on each item
 * the two are wrong by the Rasch model with their own abilities, and agree by the shares of the wrong choices. Papers may differ, since items are taken one by one.
 */
public final class Similarity {
    private static final int STEPS = 60;
    private static final double FARTHEST = 8;

    private Similarity() {}

    /** A candidate's choices by item, and the ability in logits that the number of right ones tells. */
    public record Sheet(Map<Integer, Integer> chosen, double ability) {
        public static Sheet of(Map<Integer, Integer> chosen, IntFunction<AnsweredItem> items) {
            return new Sheet(Map.copyOf(chosen), Similarity.ability(chosen, items));
        }
    }

    /** Agreeing wrong answers, and the chance of one on each shared item, in the order of the items. */
    public record Agreement(int observed, double[] chances) {
        public double probability() {
            return GeneralisedBinomial.atLeast(chances, observed);
        }
    }

    public static Agreement of(Sheet one, Sheet other, IntFunction<AnsweredItem> items) {
        TreeSet<Integer> shared = new TreeSet<>(one.chosen().keySet());
        shared.retainAll(other.chosen().keySet());
        double[] chances = new double[shared.size()];
        int observed = 0;
        int place = 0;
        for (int number : shared) {
            AnsweredItem item = items.apply(number);
            double difficulty = item.difficulty();
            chances[place++] = wrong(one.ability(), difficulty) * wrong(other.ability(), difficulty) * item.sameWrong();
            int chosen = one.chosen().get(number);
            observed += chosen != 0
                            && chosen != item.key()
                            && chosen == other.chosen().get(number)
                    ? 1
                    : 0;
        }
        return new Agreement(observed, chances);
    }

    private static double wrong(double ability, double difficulty) {
        return 1 / (1 + Math.exp(ability - difficulty));
    }

    /** Where the expected number of right answers is the one that was reached, none and all being taken half an answer off; −8 to 8 logits. */
    private static double ability(Map<Integer, Integer> chosen, IntFunction<AnsweredItem> items) {
        double[] difficulties = new double[chosen.size()];
        double right = 0;
        int place = 0;
        for (Map.Entry<Integer, Integer> answer : chosen.entrySet()) {
            AnsweredItem item = items.apply(answer.getKey());
            difficulties[place++] = item.difficulty();
            right += answer.getValue() == item.key() ? 1 : 0;
        }
        double reached = Math.max(0.5, Math.min(chosen.size() - 0.5, right));
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            double expected = 0;
            for (double difficulty : difficulties) {
                expected += 1 - wrong(middle, difficulty);
            }
            if (expected < reached) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
