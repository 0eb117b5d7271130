package org.chizheng.calibration.rule;

import java.util.Map;

/**
 * Result of a calibration.
 *
 * @param items by number; those left out are not there: too few responses, all right or all wrong, or no finite estimate
 * @param logLikelihood natural logarithm, without the prior; items left out do not count
 * @param cycles passes through the data
 * @param converged false if the cycles were used up first
 */
public record Calibration(
        Slopes slopes,
        Quadrature quadrature,
        Map<Integer, ItemParameters> items,
        double logLikelihood,
        int cycles,
        boolean converged) {

    /** Fisher information of the given items on an ability; its square root is 1 / standard error. Items left out give none. */
    public double information(Iterable<Integer> paper, double ability) {
        double sum = 0;
        for (int item : paper) {
            ItemParameters parameters = items.get(item);
            sum += parameters == null ? 0 : parameters.information(ability);
        }
        return sum;
    }

    /** Logarithms of the chances of each response, see {@link LogTable}; 0 for items left out. */
    double[] logTable(int count) {
        double[] x = new double[2 * count];
        boolean[] there = new boolean[count];
        items.forEach((item, parameters) -> {
            if (item < count) {
                x[2 * item] = parameters.intercept();
                x[2 * item + 1] = parameters.a();
                there[item] = true;
            }
        });
        return LogTable.of(x, there, quadrature);
    }
}
