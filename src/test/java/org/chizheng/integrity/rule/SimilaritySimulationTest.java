package org.chizheng.integrity.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Made-up rooms whose truth is known: 100 items of a bank of 200 on each paper (70 true or false, 30 of three options), as low-voltage electricians sit it. Honest pairs are
 * flagged no more often than the level says; a neighbour who copies is found with the power that is stated here.
 */
class SimilaritySimulationTest {
    private static final int BANK = 200;
    private static final int TRUE_FALSE = 140;
    private static final int PAPER = 100;
    private final Random random = new Random(20261126);
    private final double[] difficulty = new double[BANK];
    private final double[] pull = new double[BANK];
    private final Map<Integer, AnsweredItem> items = new HashMap<>();

    @BeforeEach
    void aBankThatThousandsHaveAnswered() {
        Map<Integer, Map<Integer, Long>> times = new HashMap<>();
        for (int item = 0; item < BANK; item++) {
            difficulty[item] = random.nextGaussian() - 1;
            pull[item] = 0.5 + random.nextDouble() * 0.4;
            times.put(item, new HashMap<>());
        }
        for (int candidate = 0; candidate < 2000; candidate++) {
            double ability = random.nextGaussian();
            for (int item = 0; item < BANK; item++) {
                times.get(item).merge(answer(item, ability), 1L, Long::sum);
            }
        }
        times.forEach((item, counted) -> items.put(item, new AnsweredItem(1, counted)));
    }

    /** 1 is right, 2 the more tempting wrong option, 4 the other one of three. */
    private int answer(int item, double ability) {
        if (random.nextDouble() < 1 / (1 + Math.exp(difficulty[item] - ability))) {
            return 1;
        }
        return item < TRUE_FALSE || random.nextDouble() < pull[item] ? 2 : 4;
    }

    private Map<Integer, Integer> sheet() {
        double ability = random.nextGaussian();
        List<Integer> bank = new ArrayList<>();
        for (int item = 0; item < BANK; item++) {
            bank.add(item);
        }
        java.util.Collections.shuffle(bank, random);
        Map<Integer, Integer> sheet = new HashMap<>();
        int easy = 0;
        int hard = 0;
        for (int item : bank) {
            boolean takes = item < TRUE_FALSE ? easy++ < 70 : hard++ < 30;
            if (takes) {
                sheet.put(item, answer(item, ability));
            }
        }
        assertThat(sheet).hasSize(PAPER);
        return sheet;
    }

    /** The copier takes what the other wrote wherever the item stands on both papers, so far as the share goes. */
    private Map<Integer, Integer> copied(Map<Integer, Integer> from, double share) {
        Map<Integer, Integer> sheet = sheet();
        sheet.replaceAll((item, own) -> from.containsKey(item) && random.nextDouble() < share ? from.get(item) : own);
        return sheet;
    }

    private double probability(Map<Integer, Integer> one, Map<Integer, Integer> other) {
        return Similarity.of(Similarity.Sheet.of(one, items::get), Similarity.Sheet.of(other, items::get), items::get)
                .probability();
    }

    private double flagged(List<Double> probabilities, double level) {
        return probabilities.stream().filter(p -> p <= level).count() / (double) probabilities.size();
    }

    /** Another candidate with the same paper, who copies a share of it. */
    private Map<Integer, Integer> copiedOnTheSamePaper(Map<Integer, Integer> from, double share) {
        double ability = random.nextGaussian();
        Map<Integer, Integer> sheet = new HashMap<>(from);
        sheet.replaceAll((item, written) -> random.nextDouble() < share ? written : answer(item, ability));
        return sheet;
    }

    /** At most the level: abilities are told by the very answers that are compared, which leaves chance less room than the distribution has; observed 0.022, 0.0015 and 0.0003. */
    @Test
    void honestPairsAreFlaggedNoMoreOftenThanTheLevelSays() {
        List<Double> found = new ArrayList<>();
        for (int pair = 0; pair < 6000; pair++) {
            found.add(probability(sheet(), sheet()));
        }
        assertThat(flagged(found, 0.05)).isBetween(0.01, 0.05);
        assertThat(flagged(found, 0.01)).isBetween(0.0003, 0.01);
        assertThat(flagged(found, 0.001)).isLessThanOrEqualTo(0.001);
    }

    @Test
    void aNeighbourWhoCopiesIsFoundWithTheStatedPower() {
        assertThat(power(0.8, false))
                .as("half the items shared, four of five copied")
                .isBetween(0.4, 0.7);
        assertThat(power(1, false)).as("half the items shared, all copied").isBetween(0.62, 0.87);
        assertThat(power(0.5, true)).as("the same paper, half copied").isBetween(0.3, 0.6);
        assertThat(power(0.8, true)).as("the same paper, four of five copied").isBetween(0.9, 1.0);
    }

    /** Share of copied pairs that are flagged at 0.001. */
    private double power(double share, boolean samePaper) {
        List<Double> found = new ArrayList<>();
        for (int pair = 0; pair < 400; pair++) {
            Map<Integer, Integer> source = sheet();
            found.add(probability(source, samePaper ? copiedOnTheSamePaper(source, share) : copied(source, share)));
        }
        return flagged(found, 0.001);
    }
}
