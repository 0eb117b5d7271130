package org.chizheng.calibration.rule;

import java.util.Arrays;

/** Abilities at which integrals over N(0, 1) are taken, ascending, and their weights, which add up to 1. */
public record Quadrature(double[] nodes, double[] weights) {
    public Quadrature {
        if (nodes.length < 2 || nodes.length != weights.length) {
            throw new IllegalArgumentException(nodes.length + " nodes, " + weights.length + " weights");
        }
    }

    int size() {
        return nodes.length;
    }

    /**
     * Nodes at equal distances from −limit to limit, weighted by the density. Exact enough if the distance is not much more than the
     * standard error of an ability: 0.25 for a hundred items.
     */
    public static Quadrature equallySpaced(int size, double limit) {
        double[] nodes = new double[size];
        double[] weights = new double[size];
        for (int q = 0; q < size; q++) {
            nodes[q] = limit * (2.0 * q / (size - 1) - 1);
            weights[q] = Math.exp(-nodes[q] * nodes[q] / 2);
        }
        double sum = Arrays.stream(weights).sum();
        Arrays.setAll(weights, q -> weights[q] / sum);
        return new Quadrature(nodes, weights);
    }

    /**
     * Gauss–Hermite: exact for polynomials of degree 2 × size − 1. Nodes are the zeros of the orthonormal Hermite polynomial h
     * of degree size, found between those of the degree before; weights are 1 / (size · h²) with h of the degree before.
     */
    public static Quadrature gaussHermite(int size) {
        double[] zeros = {};
        for (int degree = 1; degree <= size; degree++) {
            double[] next = new double[degree];
            double bound = 2 * Math.sqrt(degree);
            for (int i = 0; i < degree; i++) {
                next[i] = zero(degree, i == 0 ? -bound : zeros[i - 1], i == degree - 1 ? bound : zeros[i]);
            }
            zeros = next;
        }
        double[] nodes = zeros;
        double[] weights = new double[size];
        Arrays.setAll(weights, q -> 1 / (size * Math.pow(hermite(size - 1, nodes[q]), 2)));
        return new Quadrature(nodes, weights);
    }

    private static double zero(int degree, double low, double high) {
        boolean rising = hermite(degree, high) > 0;
        double middle = (low + high) / 2;
        while (middle > low && middle < high) {
            if (hermite(degree, middle) > 0 == rising) {
                high = middle;
            } else {
                low = middle;
            }
            middle = (low + high) / 2;
        }
        return middle;
    }

    /** √k · h(k) = x · h(k − 1) − √(k − 1) · h(k − 2) */
    private static double hermite(int degree, double x) {
        double before = 0;
        double value = 1;
        for (int k = 1; k <= degree; k++) {
            double next = (x * value - Math.sqrt(k - 1) * before) / Math.sqrt(k);
            before = value;
            value = next;
        }
        return value;
    }
}
