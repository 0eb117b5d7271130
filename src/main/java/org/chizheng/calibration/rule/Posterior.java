package org.chizheng.calibration.rule;

import java.util.Arrays;

/** Chances of the abilities given a candidate's answers. */
final class Posterior {
    private static final double NEGLIGIBLE = 1e-12;
    private final Responses responses;
    private final double[] table;
    private final double[] logWeights;
    /** Chance of each node, adding up to 1 except for what lies outside [low, high). */
    final double[] at;
    /** First node that is not negligible, and the one after the last. */
    int low;

    int high;

    Posterior(Responses responses, Quadrature quadrature, double[] table) {
        this.responses = responses;
        this.table = table;
        logWeights = Arrays.stream(quadrature.weights()).map(Math::log).toArray();
        at = new double[quadrature.size()];
    }

    /** @return logarithm of the chance of the candidate's answers */
    double take(int candidate) {
        int size = at.length;
        System.arraycopy(logWeights, 0, at, 0, size);
        int r = responses.start[candidate];
        int end = responses.start[candidate + 1];
        int[] cell = responses.cell;
        for (; r + 3 < end; r += 4) {
            add(cell[r] * size, cell[r + 1] * size, cell[r + 2] * size, cell[r + 3] * size);
        }
        for (; r < end; r++) {
            add(cell[r] * size);
        }
        return normalise();
    }

    private void add(int row) {
        for (int q = 0; q < at.length; q++) {
            at[q] += table[row + q];
        }
    }

    private void add(int row0, int row1, int row2, int row3) {
        for (int q = 0; q < at.length; q++) {
            at[q] += table[row0 + q] + table[row1 + q] + (table[row2 + q] + table[row3 + q]);
        }
    }

    private double normalise() {
        double largest = Double.NEGATIVE_INFINITY;
        for (double log : at) {
            largest = Math.max(largest, log);
        }
        double floor = largest + Math.log(NEGLIGIBLE);
        double sum = 0;
        low = at.length;
        for (int q = 0; q < at.length; q++) {
            if (at[q] > floor) {
                low = Math.min(low, q);
                high = q + 1;
                at[q] = Math.exp(at[q] - largest);
                sum += at[q];
            } else {
                at[q] = 0;
            }
        }
        for (int q = low; q < high; q++) {
            at[q] /= sum;
        }
        return largest + Math.log(sum);
    }
}
