package org.chizheng.calibration.rule;

import java.util.Arrays;

/** The E step (Bock & Aitkin 1981): how many candidates at each node are expected to have given each response. */
final class Expectation {
    private final Responses responses;
    private final Quadrature quadrature;
    /** By response, 2 × item + (1 if right), and node. */
    final double[] counts;

    Expectation(Responses responses, Quadrature quadrature) {
        this.responses = responses;
        this.quadrature = quadrature;
        counts = new double[2 * responses.items * quadrature.size()];
    }

    /** Fills the counts anew; @return log-likelihood */
    double collect(double[] logTable) {
        Arrays.fill(counts, 0);
        Posterior posterior = new Posterior(responses, quadrature, logTable);
        double logLikelihood = 0;
        for (int n = 0; n < responses.candidates; n++) {
            int times = responses.times[n];
            logLikelihood += times * posterior.take(n);
            for (int q = posterior.low; times > 1 && q < posterior.high; q++) {
                posterior.at[q] *= times;
            }
            for (int r = responses.start[n]; r < responses.start[n + 1]; r++) {
                add(posterior.at, posterior.low, posterior.high, responses.cell[r] * quadrature.size());
            }
        }
        return logLikelihood;
    }

    private void add(double[] at, int low, int high, int row) {
        for (int q = low; q < high; q++) {
            counts[row + q] += at[q];
        }
    }
}
