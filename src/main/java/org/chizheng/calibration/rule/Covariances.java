package org.chizheng.calibration.rule;

import java.util.Arrays;
import java.util.Optional;

/**
 * Covariances of the estimates: inverse of the observed information (Louis 1982), which is the information if abilities were
 * known less what the uncertainty about them takes away.
 */
final class Covariances {
    /** Variance of an item's intercept, covariance with its slope, variance of the slope. */
    record Item(double intercept, double mixed, double slope) {}

    private final Responses responses;
    private final Settings settings;
    private final boolean[] counted;
    private final double[] logTable;
    private final double[] prior;
    /** Where an item's parameters stand in the matrix; −1 if they do not. */
    private final int[] interceptAt;

    private final int[] slopeAt;
    private final int size;
    private final Item[] items;

    Covariances(Responses responses, Settings settings, double[] x, boolean[] counted, double[] counts) {
        this.responses = responses;
        this.settings = settings;
        this.counted = counted;
        logTable = LogTable.of(x, counted, settings.quadrature());
        prior = settings.prior()
                .map(p -> new double[] {p.interceptPrecision(), p.slopePrecision()})
                .orElse(new double[2]);
        interceptAt = new int[counted.length];
        slopeAt = new int[counted.length];
        size = place();
        items = new Item[counted.length];
        double[] complete = complete(counts);
        if (size > settings.wholeInformation() || !together(complete)) {
            apart(complete);
        }
    }

    /** Empty if the information is not positive, so that there is no maximum here. */
    Optional<Item> of(int item) {
        return Optional.ofNullable(items[item]);
    }

    private int place() {
        Arrays.fill(interceptAt, -1);
        Arrays.fill(slopeAt, -1);
        int next = 0;
        for (int i = 0; i < counted.length; i++) {
            if (counted[i]) {
                interceptAt[i] = next++;
                slopeAt[i] = settings.slopes() == Slopes.FREE ? next++ : -1;
            }
        }
        if (settings.slopes() != Slopes.COMMON) {
            return next;
        }
        Arrays.fill(slopeAt, next);
        return next + 1;
    }

    /** Information of each item if abilities were known: intercept, mixed, slope. */
    private double[] complete(double[] counts) {
        double[] nodes = settings.quadrature().nodes();
        double[] complete = new double[3 * counted.length];
        for (int i = 0; i < counted.length; i++) {
            for (int q = 0; q < nodes.length; q++) {
                int wrong = 2 * i * nodes.length + q;
                int right = wrong + nodes.length;
                double weight = (counts[wrong] + counts[right]) * Math.exp(logTable[wrong] + logTable[right]);
                complete[3 * i] += weight;
                complete[3 * i + 1] += weight * nodes[q];
                complete[3 * i + 2] += weight * nodes[q] * nodes[q];
            }
        }
        return complete;
    }

    private boolean together(double[] complete) {
        double[][] information = new double[size][];
        Arrays.setAll(information, row -> new double[row + 1]);
        boolean slopePrior = true;
        for (int i = 0; i < counted.length; i++) {
            if (counted[i]) {
                information[interceptAt[i]][interceptAt[i]] += complete[3 * i] + prior[0];
                if (slopeAt[i] >= 0) {
                    information[slopeAt[i]][interceptAt[i]] += complete[3 * i + 1];
                    information[slopeAt[i]][slopeAt[i]] += complete[3 * i + 2] + (slopePrior ? prior[1] : 0);
                    slopePrior = settings.slopes() == Slopes.FREE;
                }
            }
        }
        Scores scores = new Scores(responses, settings, logTable, interceptAt, slopeAt);
        for (int n = 0; n < responses.candidates; n++) {
            scores.take(n);
            scores.subtract(information);
        }
        Optional<Inverse> inverse = Inverse.of(information);
        for (int i = 0; inverse.isPresent() && i < counted.length; i++) {
            if (counted[i]) {
                int d = interceptAt[i];
                int a = slopeAt[i];
                items[i] = new Item(
                        inverse.get().at(d, d),
                        a < 0 ? 0 : inverse.get().at(d, a),
                        a < 0 ? 0 : inverse.get().at(a, a));
            }
        }
        return inverse.isPresent();
    }

    private void apart(double[] complete) {
        double[] observed = complete.clone();
        Scores scores = new Scores(responses, settings, logTable, interceptAt, slopeAt);
        for (int n = 0; n < responses.candidates; n++) {
            scores.take(n);
            scores.subtractOwn(observed);
        }
        double common = prior[1];
        for (int i = 0; i < counted.length; i++) {
            common += counted[i] ? observed[3 * i + 2] : 0;
        }
        for (int i = 0; i < counted.length; i++) {
            double dd = observed[3 * i] + prior[0];
            double da = settings.slopes() == Slopes.FREE ? observed[3 * i + 1] : 0;
            double aa = settings.slopes() == Slopes.FREE ? observed[3 * i + 2] + prior[1] : common;
            double determinant = dd * aa - da * da;
            if (counted[i] && dd > 0 && determinant > 0) {
                double slope = settings.slopes() == Slopes.ONE ? 0 : dd / determinant;
                items[i] = new Item(aa / determinant, -da / determinant, slope);
            }
        }
    }
}
