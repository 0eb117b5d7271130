package org.chizheng.calibration.rule;

import java.util.Optional;

/** Inverse of a symmetric positive definite matrix, by Cholesky. */
final class Inverse {
    /** Column j of the inverse of the triangular factor, from row j on. */
    private final double[][] columns;

    private Inverse(double[][] columns) {
        this.columns = columns;
    }

    /** @param lower triangle, row by row, overwritten; @return empty if the matrix is not positive definite */
    static Optional<Inverse> of(double[][] lower) {
        int n = lower.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = lower[i][j] - product(lower[i], 0, lower[j], 0, j);
                if (i > j) {
                    lower[i][j] = rest / lower[j][j];
                } else if (rest > 0) {
                    lower[i][i] = Math.sqrt(rest);
                } else {
                    return Optional.empty();
                }
            }
        }
        double[][] columns = new double[n][];
        for (int j = 0; j < n; j++) {
            columns[j] = new double[n - j];
            for (int i = j; i < n; i++) {
                double rest = (i == j ? 1 : 0) - product(lower[i], j, columns[j], 0, i - j);
                columns[j][i - j] = rest / lower[i][i];
            }
        }
        return Optional.of(new Inverse(columns));
    }

    double at(int i, int j) {
        int from = Math.max(i, j);
        return product(columns[i], from - i, columns[j], from - j, columns.length - from);
    }

    private static double product(double[] a, int fromA, double[] b, int fromB, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += a[fromA + k] * b[fromB + k];
        }
        return sum;
    }
}
