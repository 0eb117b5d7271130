package org.chizheng.calibration.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbilityTest {
    private static Calibration calibration(double[][] slopesAndIntercepts) {
        Map<Integer, ItemParameters> items = new TreeMap<>();
        for (double[] item : slopesAndIntercepts) {
            items.put(items.size(), new ItemParameters(item[0], -item[1] / item[0], 0, 0));
        }
        return new Calibration(Slopes.FREE, Quadrature.equallySpaced(61, 6), items, 0, 0, true);
    }

    /**
     * mirt's manual (createItem), LSAT-7: printed with three decimals, as are the parameters used, so that the third may be out
     * by one.
     */
    @ParameterizedTest
    @CsvSource({
        "0, -1.870, 0.693",
        "1, -1.527, 0.674",
        "6, -0.754, 0.673",
        "11, -0.702, 0.675",
        "15, 0.141, 0.741",
        "16, -1.413, 0.670",
        "22, -0.290, 0.702",
        "30, 0.282, 0.755",
        "31, 0.727, 0.801"
    })
    void abilitiesAreThoseOfMirt(int pattern, double mean, double deviation) {
        Calibration printed = calibration(
                new double[][] {{0.989, 1.856}, {1.081, 0.808}, {1.703, 1.803}, {0.766, 0.486}, {0.737, 0.737 * 2.518}
                });
        Ability ability = Ability.of(Lsat.patterns(), printed).get(pattern);
        assertThat(ability.mean()).isEqualTo(mean, within(1e-3));
        assertThat(ability.deviation()).isEqualTo(deviation, within(1e-3));
    }

    @Test
    void withoutAnAnswerNothingIsKnownButThePrior() {
        Responses none = Responses.of(2).candidate().candidate().answer(1, true).build();
        Calibration first = calibration(new double[][] {{1, 0}});
        assertThat(Ability.of(none, first)).allSatisfy(ability -> {
            assertThat(ability.mean()).isEqualTo(0, within(1e-9));
            assertThat(ability.deviation()).isEqualTo(1, within(1e-6));
        });
    }

    @Test
    void oneMoreRightAnswerNeverLowersAnAbility() {
        Calibration free = Calibrator.calibrate(Lsat.SEVEN, Settings.of(Slopes.FREE));
        List<Ability> abilities = Ability.of(Lsat.patterns(), free);
        for (int pattern = 0; pattern < 32; pattern++) {
            for (int item = 0; item < 5; item++) {
                assertThat(abilities.get(pattern | 1 << item).mean())
                        .isGreaterThanOrEqualTo(abilities.get(pattern).mean());
            }
        }
    }

    @Test
    void longPapersTellAbilitiesWithinTheErrorThatTheInformationPromises() {
        Random random = new Random(5);
        Map<Integer, ItemParameters> truth = Simulation.items(random, 100, 0.3);
        Calibration known = new Calibration(Slopes.FREE, Quadrature.equallySpaced(61, 6), truth, 0, 0, true);
        for (double ability : new double[] {-1, 0, 1}) {
            Responses.Builder builder = Responses.of(100);
            for (int n = 0; n < 2000; n++) {
                builder.candidate();
                truth.forEach((item, parameters) ->
                        builder.answer(item, random.nextDouble() < parameters.probability(ability)));
            }
            double information = known.information(truth.keySet(), ability);
            double[] means = Ability.of(builder.build(), known).stream()
                    .mapToDouble(Ability::mean)
                    .toArray();
            double[] expected = new double[means.length];
            Arrays.fill(expected, ability * information / (information + 1));
            assertThat(Simulation.rmse(means, expected))
                    .isEqualTo(Math.sqrt(information) / (information + 1), within(0.02));
        }
    }

    @Test
    void theCurveRisesThroughOneHalfAtTheDifficultyWithAQuarterOfTheSlope() {
        ItemParameters item = new ItemParameters(1.6, 0.5, 0, 0);
        assertThat(item.probability(0.5)).isEqualTo(0.5);
        assertThat((item.probability(0.501) - item.probability(0.499)) / 0.002).isEqualTo(0.4, within(1e-6));
        assertThat(item.information(0.5)).isEqualTo(1.6 * 1.6 / 4, within(1e-12));
        assertThat(item.intercept()).isEqualTo(-0.8);
        List<ItemParameters.Point> curve = item.curve(-3, 3, 13);
        assertThat(curve).hasSize(13).isSortedAccordingTo((p, q) -> Double.compare(p.probability(), q.probability()));
        assertThat(curve.get(0).ability()).isEqualTo(-3);
        assertThat(curve.get(7)).isEqualTo(new ItemParameters.Point(0.5, 0.5));
    }

    @Test
    void itemsThatWereLeftOutGiveNoInformation() {
        Calibration first = calibration(new double[][] {{2, 0}});
        assertThat(first.information(List.of(0, 1, 2), 0)).isEqualTo(1);
    }
}
