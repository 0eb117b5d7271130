package org.chizheng.calibration.rule;

/** The M step: items that fit the expected counts best, by Newton's method in intercept and slope, in which the problem is concave. */
final class Maximisation {
    /** Beyond these an estimate is taken to run off to infinity. */
    static final double STEEPEST = 8;

    static final double FARTHEST = 40;
    private static final double LONGEST_STEP = 1;
    private static final double DONE = 1e-6;
    private static final int MOST_STEPS = 50;
    private final Settings settings;
    private final boolean[] estimated;
    private final double[] nodes;
    /** Of the item looked at last: gradient and negative second derivatives. */
    private double gradientD;

    private double gradientA;
    private double dd;
    private double da;
    private double aa;

    Maximisation(Settings settings, boolean[] estimated) {
        this.settings = settings;
        this.estimated = estimated;
        nodes = settings.quadrature().nodes();
    }

    /** @return new parameters, laid out as in {@link LogTable} */
    double[] improve(double[] x, double[] counts) {
        double[] better = x.clone();
        if (settings.slopes() == Slopes.COMMON) {
            together(better, counts);
        } else {
            for (int i = 0; i < estimated.length; i++) {
                if (estimated[i]) {
                    alone(better, i, counts);
                }
            }
        }
        return better;
    }

    private void alone(double[] x, int item, double[] counts) {
        double step = 1;
        for (int k = 0; k < MOST_STEPS && step > DONE; k++) {
            derive(x, item, counts);
            addInterceptPrior(x[2 * item]);
            addSlopePrior(x[2 * item + 1]);
            double stepD = gradientD / dd;
            double stepA = 0;
            if (settings.slopes() == Slopes.FREE && !runsOff(x[2 * item + 1])) {
                double determinant = dd * aa - da * da;
                stepD = (aa * gradientD - da * gradientA) / determinant;
                stepA = (dd * gradientA - da * gradientD) / determinant;
            }
            double scale = LONGEST_STEP / Math.max(LONGEST_STEP, Math.max(Math.abs(stepD), Math.abs(stepA)));
            step = Math.max(move(x, 2 * item, scale * stepD), move(x, 2 * item + 1, scale * stepA));
        }
    }

    /** At the bound and on its way beyond. */
    private boolean runsOff(double slope) {
        return Math.abs(slope) >= STEEPEST && slope * gradientA > 0;
    }

    /** One slope for all: the matrix has entries on the diagonal and in the slope's row only, so the intercepts are eliminated. */
    private void together(double[] x, double[] counts) {
        double[] gradient = new double[estimated.length];
        double[] diagonal = new double[estimated.length];
        double[] mixed = new double[estimated.length];
        double step = 1;
        for (int k = 0; k < MOST_STEPS && step > DONE; k++) {
            double slopeGradient = 0;
            double slopeCurvature = 0;
            double slope = 0;
            for (int i = 0; i < estimated.length; i++) {
                if (estimated[i]) {
                    derive(x, i, counts);
                    addInterceptPrior(x[2 * i]);
                    gradient[i] = gradientD;
                    diagonal[i] = dd;
                    mixed[i] = da;
                    slope = x[2 * i + 1];
                    slopeGradient += gradientA - da * gradientD / dd;
                    slopeCurvature += aa - da * da / dd;
                }
            }
            gradientA = slopeGradient;
            aa = slopeCurvature;
            addSlopePrior(slope);
            double change = runsOff(slope) ? 0 : gradientA / aa;
            double scale = LONGEST_STEP / Math.max(LONGEST_STEP, Math.abs(change));
            step = 0;
            for (int i = 0; i < estimated.length; i++) {
                if (estimated[i]) {
                    double intercept = scale * (gradient[i] - mixed[i] * change) / diagonal[i];
                    step = Math.max(step, move(x, 2 * i, Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, intercept))));
                    step = Math.max(step, move(x, 2 * i + 1, scale * change));
                }
            }
        }
    }

    private void derive(double[] x, int item, double[] counts) {
        int wrong = 2 * item * nodes.length;
        int right = wrong + nodes.length;
        gradientD = 0;
        gradientA = 0;
        dd = 0;
        da = 0;
        aa = 0;
        for (int q = 0; q < nodes.length; q++) {
            double n = counts[wrong + q] + counts[right + q];
            double p = 1 / (1 + Math.exp(-x[2 * item] - x[2 * item + 1] * nodes[q]));
            double residual = counts[right + q] - n * p;
            double weight = n * p * (1 - p);
            gradientD += residual;
            gradientA += residual * nodes[q];
            dd += weight;
            da += weight * nodes[q];
            aa += weight * nodes[q] * nodes[q];
        }
    }

    private void addInterceptPrior(double d) {
        settings.prior().ifPresent(prior -> {
            gradientD -= (d - prior.intercept()) * prior.interceptPrecision();
            dd += prior.interceptPrecision();
        });
    }

    private void addSlopePrior(double a) {
        settings.prior().ifPresent(prior -> {
            gradientA -= (a - prior.slope()) * prior.slopePrecision();
            aa += prior.slopePrecision();
        });
    }

    /** @return size of the step taken, 0 if the item says nothing about this parameter */
    private static double move(double[] x, int at, double step) {
        double bound = at % 2 == 0 ? FARTHEST : STEEPEST;
        double before = x[at];
        if (!Double.isNaN(step)) {
            x[at] = Math.max(-bound, Math.min(bound, before + step));
        }
        return Math.abs(x[at] - before);
    }
}
