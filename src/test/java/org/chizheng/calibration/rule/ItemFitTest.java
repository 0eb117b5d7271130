package org.chizheng.calibration.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Test;

class ItemFitTest {
    /**
     * Two items, so that an answer is held against one other: by hand from the chances of the four patterns. Those who have the second
     * wrong are at −0.5, the edge of a bin.
     */
    @Test
    void meanSquaresAreThoseOfTheOtherAnswers() {
        Responses two = Responses.of(2)
                .candidates(50)
                .answer(0, true)
                .answer(1, true)
                .candidates(20)
                .answer(0, true)
                .answer(1, false)
                .candidates(10)
                .answer(0, false)
                .answer(1, true)
                .candidates(40)
                .answer(0, false)
                .answer(1, false)
                .build();
        Map<Integer, ItemParameters> items =
                Map.of(0, new ItemParameters(1, 0.3, 0, 0), 1, new ItemParameters(1, -0.5, 0, 0));
        Quadrature quadrature = Quadrature.gaussHermite(21);
        double both = 0;
        double second = 0;
        double first = 0;
        for (int q = 0; q < 21; q++) {
            double p0 = items.get(0).probability(quadrature.nodes()[q]);
            double p1 = items.get(1).probability(quadrature.nodes()[q]);
            both += quadrature.weights()[q] * p0 * p1;
            first += quadrature.weights()[q] * p0;
            second += quadrature.weights()[q] * p1;
        }
        double ifRight = both / second;
        double ifWrong = (first - both) / (1 - second);
        double outfit = (50 * (1 - ifRight) / ifRight
                        + 20 * (1 - ifWrong) / ifWrong
                        + 10 * ifRight / (1 - ifRight)
                        + 40 * ifWrong / (1 - ifWrong))
                / 120;
        double infit = (50 * Math.pow(1 - ifRight, 2)
                        + 20 * Math.pow(1 - ifWrong, 2)
                        + 10 * ifRight * ifRight
                        + 40 * ifWrong * ifWrong)
                / (60 * ifRight * (1 - ifRight) + 60 * ifWrong * (1 - ifWrong));
        ItemFit fit = ItemFit.of(two, new Calibration(Slopes.ONE, quadrature, items, 0, 0, true))
                .get(0);
        assertThat(fit.outfit()).isEqualTo(outfit, within(1e-9));
        assertThat(fit.infit()).isEqualTo(infit, within(1e-9));
        double right = Math.pow(50 - 60 * ifRight, 2) / (60 * ifRight * (1 - ifRight));
        double wrong = Math.pow(20 - 60 * ifWrong, 2) / (60 * ifWrong * (1 - ifWrong));
        assertThat(fit.q1()).isEqualTo(right + wrong, within(1e-6));
        assertThat(fit.degrees()).isEqualTo(1);
    }

    /**
     * 200 items of the model, 40 of them on each paper: mean squares around 1, Q1 around its degrees of freedom, one item in
     * twenty below 5 per cent.
     */
    @Test
    void itemsOfTheModelFit() {
        Random random = new Random(7);
        Map<Integer, ItemParameters> truth = Simulation.items(random, 200, 0.3);
        Responses responses = Simulation.responses(random, truth, 4000, 40);
        Map<Integer, ItemFit> fits = ItemFit.of(responses, Calibrator.calibrate(responses, Settings.of(Slopes.FREE)));
        assertThat(fits).hasSize(200);
        assertThat(mean(fits, ItemFit::outfit)).isEqualTo(1, within(0.01));
        assertThat(mean(fits, ItemFit::infit)).isEqualTo(1, within(0.01));
        assertThat(mean(fits, ItemFit::q1) / mean(fits, ItemFit::degrees)).isBetween(0.9, 1.15);
        assertThat(fits.values().stream().filter(fit -> fit.chance() < 0.05).count())
                .isBetween(3L, 20L);
    }

    /** Among Rasch items, one answered by chance, one that discriminates too well, one that is guessed. */
    @Test
    void itemsOfAnotherKindDoNot() {
        Responses responses = Simulation.responses(new Random(8), 40, 4000, 30, (item, ability) -> {
            double logit = ability - (item - 20) / 15.0;
            return switch (item) {
                case 10 -> 0.5;
                case 20 -> 1 / (1 + Math.exp(-3 * logit));
                case 35 -> 0.4 + 0.6 / (1 + Math.exp(-2 * logit));
                default -> 1 / (1 + Math.exp(-logit));
            };
        });
        Map<Integer, ItemFit> fits = ItemFit.of(responses, Calibrator.calibrate(responses, Settings.of(Slopes.COMMON)));
        assertThat(fits.get(10).infit()).isGreaterThan(1.1);
        assertThat(fits.get(10).outfit()).isGreaterThan(1.15);
        assertThat(fits.get(20).infit()).isLessThan(0.9);
        assertThat(fits.get(20).outfit()).isLessThan(0.9);
        assertThat(fits.get(10).chance()).isLessThan(1e-6);
        assertThat(fits.get(20).chance()).isLessThan(1e-6);
        assertThat(fits.get(35).chance()).isLessThan(1e-3);
        assertThat(fits.values().stream().filter(fit -> fit.chance() < 1e-3).count())
                .isEqualTo(3);
    }

    @Test
    void tooFewResponsesGiveNoTestAndNoNumberThatIsNone() {
        Responses few =
                Responses.of(2).candidate().answer(0, true).answer(1, false).build();
        ItemParameters item = new ItemParameters(1, 0, 0, 0);
        Calibration known =
                new Calibration(Slopes.FREE, Quadrature.gaussHermite(21), Map.of(0, item, 5, item), 0, 0, true);
        Map<Integer, ItemFit> fits = ItemFit.of(few, known);
        assertThat(fits).containsOnlyKeys(0);
        ItemFit fit = fits.get(0);
        assertThat(fit.outfit()).isEqualTo(1, within(1e-9));
        assertThat(fit.infit()).isEqualTo(1, within(1e-9));
        assertThat(fit.q1()).isZero();
        assertThat(fit.degrees()).isZero();
        assertThat(fit.chance()).isEqualTo(1);
    }

    private static double mean(Map<Integer, ItemFit> fits, ToDoubleFunction<ItemFit> of) {
        return fits.values().stream().mapToDouble(of).average().orElseThrow();
    }
}
