package org.chizheng.calibration.rule;

import java.util.Map;
import java.util.TreeMap;

/**
 * Item parameters by marginal maximum likelihood: EM (Bock & Aitkin 1981), two steps of which are extrapolated at a time
 * (SQUAREM, Varadhan & Roland 2008, scheme S3) as long as the likelihood does not fall.
 */
public final class Calibrator {
    private static final double FLATTEST = 1e-3;
    private final Responses responses;
    private final Settings settings;
    private final boolean[] estimated;
    private final Expectation expectation;
    private final Maximisation maximisation;
    private double logLikelihood;
    private double objective;
    private int cycles;
    private boolean converged;

    private Calibrator(Responses responses, Settings settings) {
        this.responses = responses;
        this.settings = settings;
        double[] totals = responses.totals();
        estimated = new boolean[responses.items];
        for (int i = 0; i < estimated.length; i++) {
            boolean mixed = totals[2 * i] > 0 && totals[2 * i + 1] > 0;
            estimated[i] = totals[2 * i] + totals[2 * i + 1] >= settings.minimumResponses()
                    && (mixed || settings.prior().isPresent());
        }
        expectation = new Expectation(responses, settings.quadrature());
        maximisation = new Maximisation(settings, estimated);
    }

    public static Calibration calibrate(Responses responses, Settings settings) {
        return calibrate(responses, settings, Map.of());
    }

    /** @param start earlier estimates to begin from, by item; items without one begin from the share of right answers */
    public static Calibration calibrate(Responses responses, Settings settings, Map<Integer, ItemParameters> start) {
        Calibrator calibrator = new Calibrator(responses, settings);
        return calibrator.result(calibrator.climb(calibrator.begin(start)));
    }

    private double[] begin(Map<Integer, ItemParameters> start) {
        double common =
                start.values().stream().mapToDouble(ItemParameters::a).average().orElse(1);
        double[] totals = responses.totals();
        double[] x = new double[2 * estimated.length];
        for (int i = 0; i < estimated.length; i++) {
            ItemParameters known = start.get(i);
            x[2 * i] = known == null
                    ? 1.2 * Math.log((totals[2 * i + 1] + 0.5) / (totals[2 * i] + 0.5))
                    : known.intercept();
            x[2 * i + 1] = switch (settings.slopes()) {
                case ONE -> 1;
                case COMMON -> common;
                case FREE -> known == null ? 1 : known.a();
            };
        }
        return x;
    }

    private double[] climb(double[] begin) {
        double[] from = begin;
        double[] safe = begin;
        double reached = Double.NEGATIVE_INFINITY;
        double before = 1;
        boolean near = false;
        while (cycles < settings.maximumCycles()) {
            double[] once = step(from);
            if (!(objective >= reached)) {
                from = safe;
                once = step(from);
            }
            double[] twice = step(once);
            reached = objective;
            safe = twice;
            double length = Math.max(1, Math.sqrt(squares(from, once, once) / squares(from, once, twice)));
            boolean wasNear = near;
            near = !(Math.max(length, before) * largest(once, twice) >= settings.tolerance());
            before = length;
            if (near && wasNear) {
                converged = true;
                return twice;
            }
            from = extrapolate(from, once, twice, length);
        }
        return safe;
    }

    /** One EM step; leaves the objective of the point it began from. */
    private double[] step(double[] x) {
        expect(x);
        return maximisation.improve(x, expectation.counts);
    }

    private void expect(double[] x) {
        cycles++;
        logLikelihood = expectation.collect(LogTable.of(x, estimated, settings.quadrature()));
        objective = logLikelihood
                + settings.prior().map(prior -> logPrior(prior, x)).orElse(0.0);
    }

    private double logPrior(Prior prior, double[] x) {
        double intercepts = 0;
        double slopes = 0;
        int items = 0;
        for (int i = 0; i < estimated.length; i++) {
            if (estimated[i]) {
                items++;
                intercepts += Math.pow(x[2 * i] - prior.intercept(), 2);
                slopes += Math.pow(x[2 * i + 1] - prior.slope(), 2);
            }
        }
        double share = switch (settings.slopes()) {
            case ONE -> 0;
            case COMMON -> 1.0 / Math.max(1, items);
            case FREE -> 1;
        };
        return -(intercepts * prior.interceptPrecision() + share * slopes * prior.slopePrecision()) / 2;
    }

    /** Sum of squares of the first step, or, with three points, of what the second step differs from the first by. */
    private static double squares(double[] from, double[] once, double[] twice) {
        double sum = 0;
        for (int j = 0; j < from.length; j++) {
            double first = once[j] - from[j];
            double difference = once == twice ? first : twice[j] - once[j] - first;
            sum += difference * difference;
        }
        return sum;
    }

    private static double largest(double[] from, double[] to) {
        double largest = 0;
        for (int j = 0; j < from.length; j++) {
            largest = Math.max(largest, Math.abs(to[j] - from[j]));
        }
        return largest;
    }

    private static double[] extrapolate(double[] from, double[] once, double[] twice, double length) {
        double[] x = new double[from.length];
        for (int j = 0; j < x.length; j++) {
            double first = once[j] - from[j];
            double bound = j % 2 == 0 ? Maximisation.FARTHEST : Maximisation.STEEPEST;
            double next = from[j] + 2 * length * first + length * length * (twice[j] - once[j] - first);
            x[j] = Math.max(-bound, Math.min(bound, next));
        }
        return x;
    }

    private Calibration result(double[] x) {
        expect(x);
        boolean[] finite = estimated.clone();
        for (int i = 0; i < finite.length; i++) {
            double steepness = Math.abs(x[2 * i + 1]);
            finite[i] &= steepness > FLATTEST
                    && steepness < Maximisation.STEEPEST
                    && Math.abs(x[2 * i]) < Maximisation.FARTHEST;
        }
        Covariances covariances = new Covariances(responses, settings, x, finite, expectation.counts);
        Map<Integer, ItemParameters> items = new TreeMap<>();
        for (int i = 0; i < finite.length; i++) {
            int item = i;
            covariances
                    .of(item)
                    .map(covariance -> parameters(x[2 * item], x[2 * item + 1], covariance))
                    .ifPresent(parameters -> items.put(item, parameters));
        }
        return new Calibration(settings.slopes(), settings.quadrature(), items, logLikelihood, cycles, converged);
    }

    /** b = −d / a; its standard error by the delta method. */
    private static ItemParameters parameters(double d, double a, Covariances.Item covariance) {
        double b = -d / a;
        double variance = (covariance.intercept() + 2 * b * covariance.mixed() + b * b * covariance.slope()) / (a * a);
        return new ItemParameters(a, b, Math.sqrt(covariance.slope()), Math.sqrt(variance));
    }
}
