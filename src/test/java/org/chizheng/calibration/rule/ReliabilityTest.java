package org.chizheng.calibration.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    private static final int BANK = 3000;

    /** k / (k − 1) · (1 − Σ p q / σ²), and the error σ √(1 − KR-20), with the sample's variance both times. */
    @RepeatedTest(20)
    void withTheSameItemsForAllAlphaIsKr20(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int k = 2 + random.nextInt(20);
        int n = 3 + random.nextInt(200);
        double[] right = new double[k];
        double sum = 0;
        double squares = 0;
        Responses.Builder builder = Responses.of(k);
        for (int candidate = 0; candidate < n; candidate++) {
            double ability = random.nextGaussian();
            int score = 0;
            builder.candidate();
            for (int item = 0; item < k; item++) {
                boolean solved = random.nextGaussian() < ability;
                builder.answer(item, solved);
                right[item] += solved ? 1 : 0;
                score += solved ? 1 : 0;
            }
            sum += score;
            squares += (double) score * score;
        }
        double variance = (squares - sum * sum / n) / (n - 1);
        double items = 0;
        for (double solved : right) {
            items += solved * (n - solved) / n / (n - 1);
        }
        double kr20 = k / (k - 1.0) * (1 - items / variance);
        ClassicalItemStatistics statistics = new ClassicalItemStatistics(new int[k]);
        statistics.absorb(builder.build());
        Reliability reliability = statistics.reliability().orElseThrow();
        assertThat(reliability.alpha()).isEqualTo(kr20, within(1e-9));
        assertThat(reliability.error()).isEqualTo(Math.sqrt(variance * (1 - kr20)), within(1e-9));
    }

    /**
     * 300 Rasch items with difficulties from −1.5 to 1.5, 60 drawn for each of 5,000 candidates: alpha and error are those of
     * one paper of 60 such items for all.
     */
    @Test
    void drawnPapersGiveTheReliabilityOfAPaperOfThatLength() {
        Reliability drawn = reliability(300, 60);
        Reliability fixed = reliability(60, 60);
        assertThat(drawn.items()).isEqualTo(60);
        assertThat(drawn.alpha()).isEqualTo(fixed.alpha(), within(0.01));
        assertThat(drawn.error()).isEqualTo(fixed.error(), within(0.03));
        assertThat(drawn.dependability()).isLessThan(drawn.alpha());
    }

    private static Reliability reliability(int items, int shown) {
        Responses responses = Simulation.responses(
                new Random(9),
                items,
                5000,
                shown,
                (item, ability) -> 1 / (1 + Math.exp(3.0 * item / (items - 1) - 1.5 - ability)));
        ClassicalItemStatistics statistics = new ClassicalItemStatistics(new int[items]);
        statistics.absorb(responses);
        return statistics.reliability().orElseThrow();
    }

    /** Dependability is what right answers on two papers correlate by that were drawn apart, each item as likely as the other. */
    @Test
    void dependabilityIsTheCorrelationOfTwoDrawnPapers() {
        Random random = new Random(10);
        double[] first = new double[8000];
        double[] second = new double[8000];
        Responses.Builder builder = Responses.of(BANK);
        for (int n = 0; n < first.length; n++) {
            double ability = random.nextGaussian();
            first[n] = paper(random, ability, builder.candidate());
            second[n] = paper(random, ability, Responses.of(BANK).candidate());
        }
        ClassicalItemStatistics statistics = new ClassicalItemStatistics(new int[BANK]);
        statistics.absorb(builder.build());
        Reliability reliability = statistics.reliability().orElseThrow();
        assertThat(reliability.dependability()).isEqualTo(Simulation.correlation(first, second), within(0.015));
        double[] errors = new double[first.length];
        double[] none = new double[first.length];
        for (int n = 0; n < errors.length; n++) {
            errors[n] = (first[n] - second[n]) / Math.sqrt(2);
        }
        assertThat(reliability.drawnError()).isEqualTo(Simulation.rmse(errors, none), within(0.05));
    }

    private static int paper(Random random, double ability, Responses.Builder builder) {
        int score = 0;
        for (int item : random.ints(0, BANK).distinct().limit(30).toArray()) {
            boolean right = random.nextDouble() < 1 / (1 + Math.exp((item % 20 - 10) / 4.0 - ability));
            builder.answer(item, right);
            score += right ? 1 : 0;
        }
        return score;
    }

    @Test
    void candidatesWhoKnowAllOrNothingAreToldApartWithoutError() {
        Responses extremes = Responses.of(3)
                .candidates(5)
                .answer(0, true)
                .answer(1, true)
                .answer(2, true)
                .candidates(5)
                .answer(0, false)
                .answer(1, false)
                .answer(2, false)
                .build();
        ClassicalItemStatistics statistics = new ClassicalItemStatistics(new int[3]);
        statistics.absorb(extremes);
        Reliability reliability = statistics.reliability().orElseThrow();
        assertThat(reliability.alpha()).isEqualTo(1, within(1e-9));
        assertThat(reliability.error()).isEqualTo(0, within(1e-6));
    }
}
