package org.chizheng.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * One step of the way from what is required to what is valid, and stays so. Drawn as a bar in the middle of 100 units.
 *
 * @param name REQUIRED, DUE (past its grace), VALID, or AHEAD
 * @param days of AHEAD, after the day of the figure, if nothing is done; 0 else
 * @param lost fewer than in the step before; 0 for none
 * @param width of REQUIRED, 0 to 100
 */
public record FunnelStep(String name, int days, long count, long lost, double width) {
    static List<FunnelStep> of(RateView total, List<HolderRateView.Ahead> ahead) {
        List<FunnelStep> steps = new ArrayList<>();
        if (total.denominator() > 0) {
            add(steps, "REQUIRED", 0, total.denominator());
            add(steps, "DUE", 0, total.denominator() - total.grace());
            add(steps, "VALID", 0, total.numerator());
            ahead.forEach(one -> add(steps, "AHEAD", one.days(), one.rate().numerator()));
        }
        return steps;
    }

    private static void add(List<FunnelStep> steps, String name, int days, long count) {
        long required = steps.isEmpty() ? count : steps.get(0).count();
        long before = steps.isEmpty() ? count : steps.get(steps.size() - 1).count();
        double width = Math.min(100, Math.floor(1000.0 * count / required) / 10);
        steps.add(new FunnelStep(name, days, count, Math.max(0, before - count), width));
    }

    public double left() {
        return (100 - width) / 2;
    }
}
