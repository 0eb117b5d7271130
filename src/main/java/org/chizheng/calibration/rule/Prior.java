package org.chizheng.calibration.rule;

/** Normal priors of slope a and intercept d (logits): mean and standard deviation of each. */
public record Prior(double slope, double slopeDeviation, double intercept, double interceptDeviation) {
    /** Gives way to a few dozen responses. */
    public static final Prior WEAK = new Prior(1, 1, 0, 3);

    public Prior {
        if (!(slopeDeviation > 0 && interceptDeviation > 0)) {
            throw new IllegalArgumentException("deviations must be positive");
        }
    }

    double slopePrecision() {
        return 1 / (slopeDeviation * slopeDeviation);
    }

    double interceptPrecision() {
        return 1 / (interceptDeviation * interceptDeviation);
    }
}
