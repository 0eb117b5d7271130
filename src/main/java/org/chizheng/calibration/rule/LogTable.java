package org.chizheng.calibration.rule;

/** Logarithm of the chance of each response at each node: a row for each response, numbered 2 × item + (1 if right). */
final class LogTable {
    private LogTable() {}

    /** @param x intercept of an item at 2 × item, slope at 2 × item + 1; items that do not count get rows of 0 */
    static double[] of(double[] x, boolean[] counts, Quadrature quadrature) {
        int size = quadrature.size();
        double[] table = new double[x.length * size];
        for (int i = 0; i < counts.length; i++) {
            for (int q = 0; counts[i] && q < size; q++) {
                double logit = x[2 * i] + x[2 * i + 1] * quadrature.nodes()[q];
                double right = Math.min(logit, 0) - Math.log1p(Math.exp(-Math.abs(logit)));
                table[2 * i * size + q] = right - logit;
                table[(2 * i + 1) * size + q] = right;
            }
        }
        return table;
    }
}
