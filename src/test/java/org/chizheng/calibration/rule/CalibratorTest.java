package org.chizheng.calibration.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibratorTest {
    private static final Settings FREE = Settings.of(Slopes.FREE);
    private static Map<Integer, ItemParameters> truth;
    private static Responses sparse;
    private static Calibration found;

    /** 100 items, 3,000 candidates, 50 items each. */
    @BeforeAll
    static void simulate() {
        Random random = new Random(1);
        truth = Simulation.items(random, 100, 0.3);
        sparse = Simulation.responses(random, truth, 3000, 50);
        found = Calibrator.calibrate(sparse, FREE);
    }

    private static double[] b(Map<Integer, ItemParameters> items) {
        return items.values().stream().mapToDouble(ItemParameters::b).toArray();
    }

    private static double[] a(Map<Integer, ItemParameters> items) {
        return items.values().stream().mapToDouble(ItemParameters::a).toArray();
    }

    @Test
    void itemsAreFoundAgainThoughEveryoneSawOthers() {
        assertThat(found.converged()).isTrue();
        assertThat(found.items()).hasSize(100);
        assertThat(Simulation.correlation(b(found.items()), b(truth))).isGreaterThan(0.99);
        assertThat(Simulation.correlation(a(found.items()), a(truth))).isGreaterThan(0.95);
        assertThat(Simulation.rmse(b(found.items()), b(truth))).isLessThan(0.12);
    }

    /**
     * If the standard errors are right, errors divided by them have a root mean square of 1, give or take 0.07 for a hundred
     * items.
     */
    @Test
    void errorsAreAsLargeAsTheStandardErrorsSay() {
        double[] errorsB = new double[100];
        double[] errorsA = new double[100];
        found.items().forEach((item, parameters) -> {
            errorsB[item] = (parameters.b() - truth.get(item).b()) / parameters.seB();
            errorsA[item] = (parameters.a() - truth.get(item).a()) / parameters.seA();
        });
        assertThat(Simulation.rmse(errorsB, new double[100])).isBetween(0.8, 1.2);
        assertThat(Simulation.rmse(errorsA, new double[100])).isBetween(0.8, 1.2);
    }

    @Test
    void standardErrorsItemByItemLeaveOutLittle() {
        Calibration apart = Calibrator.calibrate(sparse, FREE.withWholeInformation(0), found.items());
        found.items().forEach((item, parameters) -> {
            assertThat(apart.items().get(item).seB() / parameters.seB()).isBetween(0.85, 1.001);
            assertThat(apart.items().get(item).seA() / parameters.seA()).isBetween(0.85, 1.001);
        });
    }

    @Test
    void fromEarlierEstimatesItTakesFewerCyclesToTheSameEnd() {
        Calibration again = Calibrator.calibrate(sparse, FREE, found.items());
        assertThat(again.cycles()).isLessThan(found.cycles());
        assertThat(b(again.items())).containsExactly(b(found.items()), within(2e-3));
        assertThat(a(again.items())).containsExactly(a(found.items()), within(2e-3));
    }

    @ParameterizedTest
    @EnumSource
    void patternsWithCountsAreAsGoodAsCandidatesOneByOne(Slopes slopes) {
        Responses.Builder one = Responses.of(5);
        for (int n = 0; n < Lsat.SEVEN.candidates; n++) {
            for (int k = 0; k < Lsat.SEVEN.times[n]; k++) {
                one.candidate();
                for (int r = Lsat.SEVEN.start[n]; r < Lsat.SEVEN.start[n + 1]; r++) {
                    one.answer(Lsat.SEVEN.cell[r] / 2, Lsat.SEVEN.cell[r] % 2 == 1);
                }
            }
        }
        Calibration counted = Calibrator.calibrate(Lsat.SEVEN, Settings.of(slopes));
        Calibration single = Calibrator.calibrate(one.build(), Settings.of(slopes));
        assertThat(single.logLikelihood()).isEqualTo(counted.logLikelihood(), within(1e-6));
        single.items().forEach((item, parameters) -> {
            assertThat(parameters.b()).isEqualTo(counted.items().get(item).b(), within(1e-6));
            assertThat(parameters.seB()).isEqualTo(counted.items().get(item).seB(), within(1e-6));
            assertThat(parameters.seA()).isEqualTo(counted.items().get(item).seA(), within(1e-6));
        });
    }

    /** Seen by few, answered right by all, answered wrong by all: none has an estimate, and the others' do not change. */
    @ParameterizedTest
    @EnumSource
    void itemsWithoutAnEstimateAreLeftOut(Slopes slopes) {
        Random random = new Random(2);
        Responses.Builder more = Responses.of(9);
        for (int n = 0; n < Lsat.SIX.candidates; n++) {
            more.candidates(Lsat.SIX.times[n]);
            for (int r = Lsat.SIX.start[n]; r < Lsat.SIX.start[n + 1]; r++) {
                more.answer(Lsat.SIX.cell[r] / 2, Lsat.SIX.cell[r] % 2 == 1);
            }
            more.answer(6, true).answer(7, false);
            if (Lsat.SIX.times[n] < 3) {
                more.answer(8, random.nextBoolean());
            }
        }
        Calibration with = Calibrator.calibrate(more.build(), Settings.of(slopes));
        Calibration without = Calibrator.calibrate(Lsat.SIX, Settings.of(slopes));
        assertThat(with.items()).isEqualTo(without.items());
        assertThat(with.logLikelihood()).isEqualTo(without.logLikelihood());
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnyResponseNothingIsEstimated(Slopes slopes) {
        Calibration nothing = Calibrator.calibrate(Responses.of(3).build(), Settings.of(slopes));
        assertThat(nothing.items()).isEmpty();
        assertThat(nothing.logLikelihood()).isZero();
    }

    /** Everyone above a point right, everyone below it wrong, on two items: no slope is steep enough. */
    @Test
    void aSlopeThatRunsOffIsNotReported() {
        Responses.Builder same = Responses.of(2);
        same.candidates(100).answer(0, true).answer(1, true);
        same.candidates(100).answer(0, false).answer(1, false);
        assertThat(Calibrator.calibrate(same.build(), FREE).items()).isEmpty();
    }

    @Test
    void aPriorKeepsEstimatesFiniteAndGivesWayToData() {
        Responses.Builder same = Responses.of(3);
        same.candidates(100).answer(0, true).answer(1, true).answer(2, true);
        same.candidates(100).answer(0, false).answer(1, false).answer(2, true);
        Calibration few = Calibrator.calibrate(same.build(), FREE.with(Prior.WEAK));
        assertThat(few.items()).hasSize(3);
        few.items().values().forEach(item -> assertThat(item.seA() + item.seB()).isFinite());

        Calibration many = Calibrator.calibrate(sparse, FREE.with(Prior.WEAK));
        many.items().forEach((item, parameters) -> {
            ItemParameters without = found.items().get(item);
            assertThat(parameters.b()).isEqualTo(without.b(), within(without.seB()));
            assertThat(parameters.a()).isEqualTo(without.a(), within(without.seA()));
        });
        assertThat(many.logLikelihood()).isLessThan(found.logLikelihood());
    }

    @Test
    void anItemWithAWrongKeyGetsANegativeSlope() {
        Responses keyed = Simulation.responses(new Random(3), 20, 2000, 20, (item, ability) -> {
            double p = 1 / (1 + Math.exp(-ability));
            return item == 7 ? 1 - p : p;
        });
        Map<Integer, ItemParameters> items = Calibrator.calibrate(keyed, FREE).items();
        assertThat(items.get(7).a()).isNegative();
        items.forEach((item, parameters) -> assertThat(parameters.a() > 0).isEqualTo(item != 7));
    }

    @Test
    void whenTheCyclesAreUsedUpItSaysSo() {
        Settings two = new Settings(Slopes.FREE, FREE.quadrature(), FREE.prior(), 30, 1e-3, 2, 1200);
        assertThat(Calibrator.calibrate(sparse, two).converged()).isFalse();
    }

    /** Items of all kinds and far too few candidates: it ends, and what it reports is finite. */
    @Test
    void littleDataGiveFiniteEstimatesOrNone() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            int items = 6 + random.nextInt(20);
            Responses little = Simulation.responses(
                    random, Simulation.items(random, items, 1), 5 + random.nextInt(100), 4 + random.nextInt(items - 4));
            Calibration calibration = Calibrator.calibrate(little, FREE.withMinimumResponses(1));
            assertThat(calibration.converged()).isTrue();
            calibration.items().values().forEach(item -> {
                assertThat(item.a() + item.b()).isFinite();
                assertThat(item.seA() + item.seB()).isFinite().isPositive();
            });
        }
    }

    /**
     * Rasch data from abilities with standard deviation 1.4: that is the common slope, and the model with free slopes finds
     * nothing more to say.
     */
    @Test
    void theCommonSlopeIsTheSpreadOfTheAbilities() {
        Responses rasch = Simulation.responses(
                new Random(4), 30, 3000, 20, (item, ability) -> 1 / (1 + Math.exp(item / 10.0 - 1.5 - 1.4 * ability)));
        Calibration common = Calibrator.calibrate(rasch, Settings.of(Slopes.COMMON));
        ItemParameters first = common.items().get(0);
        assertThat(first.a()).isEqualTo(1.4, within(3 * first.seA()));
        assertThat(first.seA()).isLessThan(0.04);
        Calibration free = Calibrator.calibrate(rasch, FREE);
        double ratio = 2 * (free.logLikelihood() - common.logLikelihood());
        assertThat(ChiSquare.beyond(ratio, 29)).isGreaterThan(0.01);
    }
}
