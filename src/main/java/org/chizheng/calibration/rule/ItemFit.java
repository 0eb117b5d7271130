package org.chizheng.calibration.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well an item fits its model. A response is held against the chance of a right answer given the candidate's other answers,
 * the posterior mean of P without this item, so that all expectations hold however short the paper and whichever items it has.
 *
 * @param outfit mean squared standardised residual, 1 if the model holds, more if answers are less orderly (Wright & Masters
 *     1982)
 * @param infit the same weighted by the variances of the responses
 * @param q1 Yen's Q1 (1981) on groups of candidates about equal in size by ability from the other items: sum of squared
 *     standardised differences between observed and expected right answers
 * @param degrees of freedom of Q1: groups less parameters estimated for the item; 0 if there are too few responses for a test,
 *     Q1 then 0 and the chance 1
 * @param chance of a Q1 as large if the model holds
 */
public record ItemFit(double outfit, double infit, double q1, int degrees, double chance) {
    private static final int GROUPS = 10;
    /** Right and wrong answers to be expected in a group at the least. */
    private static final double FEWEST = 5;

    private static final int BINS = 400;
    private static final double FARTHEST = 5;
    /** Keeps abilities at the edge of a bin on one side of it, whatever the rounding. */
    private static final double NUDGE = 1e-6;

    /** By item, as far as calibrated and answered. */
    public static Map<Integer, ItemFit> of(Responses responses, Calibration calibration) {
        Sums[] sums = new Sums[responses.items];
        double[] nodes = calibration.quadrature().nodes();
        double[] table = calibration.logTable(responses.items);
        double[] reciprocal = new double[table.length];
        for (int k = 0; k < table.length; k++) {
            reciprocal[k] = Math.exp(-table[k]);
        }
        calibration.items().keySet().stream()
                .filter(item -> item < sums.length)
                .forEach(item -> sums[item] = new Sums());
        Posterior posterior = new Posterior(responses, calibration.quadrature(), table);
        for (int n = 0; n < responses.candidates; n++) {
            posterior.take(n);
            for (int r = responses.start[n]; r < responses.start[n + 1]; r++) {
                int cell = responses.cell[r];
                if (sums[cell / 2] != null) {
                    sums[cell / 2].add(posterior, nodes, reciprocal, cell, responses.times[n]);
                }
            }
        }
        int parameters = calibration.slopes() == Slopes.FREE ? 2 : 1;
        Map<Integer, ItemFit> fits = new TreeMap<>();
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] != null && sums[i].times > 0) {
                fits.put(i, sums[i].result(parameters));
            }
        }
        return fits;
    }

    private static final class Sums {
        private double times;
        private double standardised;
        private double squares;
        private double variance;
        /** By ability, from −5 to 5: candidates, right answers, those expected, their variance. */
        private final double[][] bins = new double[BINS][4];

        /**
         * Dividing the posterior by the chance of the response takes the item out; the sum of what is left is 1 / the chance of
         * that response.
         */
        void add(Posterior posterior, double[] nodes, double[] reciprocal, int cell, int candidates) {
            double sum = 0;
            double ability = 0;
            int row = cell * nodes.length;
            for (int q = posterior.low; q < posterior.high; q++) {
                double rest = posterior.at[q] * reciprocal[row + q];
                sum += rest;
                ability += rest * nodes[q];
            }
            double likely = 1 / sum;
            double residual = 1 - likely;
            times += candidates;
            standardised += candidates * residual / likely;
            squares += candidates * residual * residual;
            variance += candidates * residual * likely;
            double place = (ability / sum + FARTHEST) * BINS / (2 * FARTHEST) + NUDGE;
            double[] bin = bins[(int) Math.max(0, Math.min(BINS - 1, place))];
            bin[0] += candidates;
            bin[1] += candidates * (cell & 1);
            bin[2] += candidates * ((cell & 1) == 1 ? likely : residual);
            bin[3] += candidates * residual * likely;
        }

        ItemFit result(int parameters) {
            List<double[]> groups = groups();
            int degrees = Math.max(0, groups.size() - parameters);
            double q1 = 0;
            for (double[] group : groups) {
                q1 += degrees == 0 ? 0 : Math.pow(group[1] - group[2], 2) / group[3];
            }
            double chance = degrees == 0 ? 1 : ChiSquare.beyond(q1, degrees);
            return new ItemFit(standardised / times, squares / variance, q1, degrees, chance);
        }

        private List<double[]> groups() {
            List<double[]> groups = new ArrayList<>();
            double[] group = new double[4];
            for (double[] bin : bins) {
                add(group, bin);
                if (group[0] >= times / GROUPS && isFull(group)) {
                    groups.add(group);
                    group = new double[4];
                }
            }
            if (!groups.isEmpty()) {
                add(groups.get(groups.size() - 1), group);
            }
            return groups;
        }

        private static boolean isFull(double[] group) {
            return group[2] >= FEWEST && group[0] - group[2] >= FEWEST;
        }

        private static void add(double[] to, double[] what) {
            for (int k = 0; k < to.length; k++) {
                to[k] += what[k];
            }
        }
    }
}
