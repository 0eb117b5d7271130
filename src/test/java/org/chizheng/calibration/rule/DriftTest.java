package org.chizheng.calibration.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static ItemParameters item(double a, double b) {
        return new ItemParameters(a, b, 0.1, 0.1);
    }

    /** Of another group of candidates the same items come out on another scale, and nothing more. */
    @RepeatedTest(10)
    void anotherScaleIsNoDrift(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double slope = 0.5 + random.nextDouble();
        double intercept = random.nextGaussian();
        Map<Integer, ItemParameters> before = Simulation.items(random, 20, 0.3);
        Map<Integer, ItemParameters> after = new HashMap<>();
        before.forEach((i, old) -> after.put(i, item(old.a() * slope, (old.b() - intercept) / slope)));
        after.put(99, item(1, 0));
        Drift.Link link = Drift.link(before, after).orElseThrow();
        assertThat(link.slope()).isEqualTo(slope, within(1e-9));
        assertThat(link.intercept()).isEqualTo(intercept, within(1e-9));
        assertThat(link.apply(after.get(3)).a()).isEqualTo(before.get(3).a(), within(1e-9));
        assertThat(Drift.shifts(before, after)).hasSize(20).allSatisfy((i, shift) -> {
            assertThat(shift.difference()).isEqualTo(0, within(1e-9));
            assertThat(shift.z()).isEqualTo(0, within(0.01));
        });
    }

    /**
     * Differences −2, −1, 0, 1, 2, 2 and 20 tenths on a scale of the same mean and spread: z = (difference − 1) / (0.74 ·
     * quartiles' distance 2.5).
     */
    @Test
    void robustZIsTheDistanceFromTheMedianInQuartiles() {
        Map<Integer, ItemParameters> before = new HashMap<>();
        Map<Integer, ItemParameters> after = new HashMap<>();
        double[] moves = {-0.2, -0.1, 0, 0.1, 0.2, 0.2, 2};
        for (int i = 0; i < moves.length; i++) {
            before.put(i, item(1, i));
            after.put(i, item(1, i + moves[i]));
        }
        Drift.Link link = Drift.link(before, after).orElseThrow();
        Map<Integer, Drift.Shift> shifts = Drift.shifts(before, after);
        double[] differences = new double[moves.length];
        shifts.forEach((i, shift) -> {
            assertThat(shift.error()).isEqualTo(0.1 * Math.hypot(1, link.slope()), within(1e-12));
            assertThat(shift.after()).isEqualTo(link.slope() * (i + moves[i]) + link.intercept(), within(1e-12));
            differences[i] = shift.difference();
        });
        double[] sorted = differences.clone();
        Arrays.sort(sorted);
        double quartiles = (sorted[4] + sorted[5]) / 2 - (sorted[1] + sorted[2]) / 2;
        shifts.forEach((i, shift) ->
                assertThat(shift.z()).isEqualTo((differences[i] - sorted[3]) / (0.74 * quartiles), within(1e-9)));
    }

    /** Two sittings, the second by better candidates; items 5 and 20 became 0.8 easier and harder. */
    @Test
    void theItemsThatMovedAreFoundAndNoOther() {
        Random random = new Random(11);
        Map<Integer, ItemParameters> truth = Simulation.items(random, 60, 0.2);
        Responses first = Simulation.responses(random, truth, 4000, 40);
        Responses second = Simulation.responses(random, 60, 4000, 40, (i, ability) -> {
            double moved = i == 5 ? -0.8 : i == 20 ? 0.8 : 0;
            return truth.get(i).probability(0.5 + 0.8 * ability - moved);
        });
        Settings free = Settings.of(Slopes.FREE);
        Map<Integer, Drift.Shift> shifts = Drift.shifts(
                Calibrator.calibrate(first, free).items(),
                Calibrator.calibrate(second, free).items());
        assertThat(shifts.get(5).difference()).isEqualTo(-0.8, within(0.3));
        assertThat(shifts.get(20).difference()).isEqualTo(0.8, within(0.3));
        assertThat(shifts.entrySet().stream()
                        .filter(entry -> drifted(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(5, 20);
    }

    private static boolean drifted(Drift.Shift shift) {
        return Math.abs(shift.z()) > 3 && Math.abs(shift.difference()) > Math.max(0.3, 3 * shift.error());
    }

    @Test
    void withTooLittleInCommonThereIsNoLink() {
        Map<Integer, ItemParameters> three = Map.of(1, item(1, 0), 2, item(1, 1), 3, item(1, 2));
        assertThat(Drift.link(three, three)).isEmpty();
        assertThat(Drift.shifts(three, three)).isEmpty();
        Map<Integer, ItemParameters> alike = Map.of(1, item(1, 1), 2, item(1, 1), 3, item(1, 1), 4, item(1, 1));
        assertThat(Drift.link(alike, alike)).isEmpty();
        assertThat(Drift.shifts(Map.of(), alike)).isEmpty();
    }
}
