package org.chizheng.calibration.rule;

/** The chi-square distribution. */
final class ChiSquare {
    private ChiSquare() {}

    /**
     * Chance of a value at least as large, to about 10⁻¹²; 0 above 1,400. The incomplete gamma function by its series
     * (Abramowitz & Stegun 6.5.29).
     *
     * @param degrees of freedom, 1 to a few hundred
     */
    static double beyond(double value, int degrees) {
        double x = value / 2;
        if (x > 700) {
            return 0;
        }
        double a = degrees / 2.0;
        double term = 1;
        for (double k = a; k > 0; k--) {
            term *= k == 0.5 ? Math.sqrt(x) / (Math.sqrt(Math.PI) / 2) : x / k;
        }
        double below = 0;
        double scale = Math.exp(-x);
        for (double k = a + 1; scale * term > 1e-16 * below || k < x; k++) {
            below += scale * term;
            term *= x / k;
        }
        return Math.max(0, 1 - below);
    }
}
