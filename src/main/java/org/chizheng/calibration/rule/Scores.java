package org.chizheng.calibration.rule;

import java.util.Arrays;

/**
 * Derivatives of a candidate's log-likelihood by the parameters, at each node that is not negligible: how they vary over the
 * posterior.
 */
final class Scores {
    private final Responses responses;
    private final Settings settings;
    private final double[] nodes;
    private final double[] chance;
    private final Posterior posterior;
    private final int[] interceptAt;
    private final int[] slopeAt;
    /** Node by node, the centred derivatives times the root of the node's chance; which parameters they are of; how many. */
    private double[] centred = new double[0];

    private int[] at = new int[0];
    private int size;
    private int candidate;

    Scores(Responses responses, Settings settings, double[] logTable, int[] interceptAt, int[] slopeAt) {
        this.responses = responses;
        this.settings = settings;
        this.interceptAt = interceptAt;
        this.slopeAt = slopeAt;
        nodes = settings.quadrature().nodes();
        posterior = new Posterior(responses, settings.quadrature(), logTable);
        chance = new double[logTable.length];
        for (int k = 0; k < chance.length; k++) {
            chance[k] = Math.exp(logTable[k]);
        }
    }

    void take(int n) {
        candidate = n;
        posterior.take(n);
        int most = 2 * (responses.start[n + 1] - responses.start[n]) + 1;
        if (at.length < most) {
            at = new int[most];
            centred = new double[most * nodes.length];
        }
        place();
        for (int q = posterior.low; q < posterior.high; q++) {
            fill(q);
        }
        centre();
    }

    private void place() {
        size = 0;
        int common = -1;
        for (int r = responses.start[candidate]; r < responses.start[candidate + 1]; r++) {
            int item = responses.cell[r] / 2;
            if (interceptAt[item] >= 0) {
                at[size++] = interceptAt[item];
                if (settings.slopes() == Slopes.FREE) {
                    at[size++] = slopeAt[item];
                }
                common = slopeAt[item];
            }
        }
        if (settings.slopes() == Slopes.COMMON && common >= 0) {
            at[size++] = common;
        }
    }

    private void fill(int q) {
        int column = (q - posterior.low) * size;
        double sum = 0;
        int next = column;
        for (int r = responses.start[candidate]; r < responses.start[candidate + 1]; r++) {
            int cell = responses.cell[r];
            if (interceptAt[cell / 2] >= 0) {
                // right: 1 − P, wrong: −P, and in both cases the chance of the other response
                double other = chance[(cell ^ 1) * nodes.length + q];
                double residual = (cell & 1) == 1 ? other : -other;
                sum += residual;
                centred[next++] = residual;
                if (settings.slopes() == Slopes.FREE) {
                    centred[next++] = residual * nodes[q];
                }
            }
        }
        if (next < column + size) {
            centred[next] = sum * nodes[q];
        }
    }

    private void centre() {
        for (int j = 0; j < size; j++) {
            double mean = 0;
            for (int q = posterior.low; q < posterior.high; q++) {
                mean += posterior.at[q] * centred[(q - posterior.low) * size + j];
            }
            for (int q = posterior.low; q < posterior.high; q++) {
                int k = (q - posterior.low) * size + j;
                centred[k] = (centred[k] - mean) * Math.sqrt(posterior.at[q] * responses.times[candidate]);
            }
        }
    }

    /** Takes the variances and covariances of all parameters away, in the lower triangle. */
    void subtract(double[][] information) {
        double[] line = new double[size];
        for (int j = 0; j < size; j++) {
            Arrays.fill(line, 0, j + 1, 0);
            for (int k = 0; k < posterior.high - posterior.low; k++) {
                addLine(line, j, k * size);
            }
            for (int i = 0; i <= j; i++) {
                information[Math.max(at[i], at[j])][Math.min(at[i], at[j])] -= line[i];
            }
        }
    }

    private void addLine(double[] line, int j, int column) {
        double factor = centred[column + j];
        for (int i = 0; i <= j; i++) {
            line[i] += factor * centred[column + i];
        }
    }

    /**
     * Takes away those within each item only: intercept, mixed, slope, at 3 × item; all of a common slope's at the candidate's
     * last item.
     */
    void subtractOwn(double[] information) {
        boolean free = settings.slopes() == Slopes.FREE;
        int width = free ? 2 : 1;
        int columns = (posterior.high - posterior.low) * size;
        int j = 0;
        int item = 0;
        for (int r = responses.start[candidate]; r < responses.start[candidate + 1]; r++) {
            item = responses.cell[r] / 2;
            if (interceptAt[item] >= 0) {
                for (int k = j; k < columns; k += size) {
                    double d = centred[k];
                    double a = free ? centred[k + 1] : 0;
                    information[3 * item] -= d * d;
                    information[3 * item + 1] -= d * a;
                    information[3 * item + 2] -= a * a;
                }
                j += width;
            }
        }
        for (int k = size - 1; j < size && k < columns; k += size) {
            information[3 * item + 2] -= centred[k] * centred[k];
        }
    }
}
