package org.chizheng.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.chizheng.integrity.rule.GeneralisedBinomial;

/** The reference distribution of a finding as bars, with the one that was observed marked; within 420 × 272. */
public record DistributionPlot(List<Bar> bars, String observedAt, int observed) {
    private static final double LEFT = 50;
    private static final double RIGHT = 384;
    private static final double TOP = 24;
    private static final double BOTTOM = 226;
    private static final double SHOWN = 1e-4;
    private static final int TICKS = 12;

    public DistributionPlot {
        bars = List.copyOf(bars);
    }

    /** label is empty where there is no room for it; beyond: as many as observed or more. */
    public record Bar(String x, String y, String width, String height, String middle, String label, boolean beyond) {}

    static DistributionPlot of(FindingView finding) {
        double[] probability = GeneralisedBinomial.distribution(finding.chances());
        int last = Math.max(finding.observed(), last(probability)) + 1;
        last = Math.min(last, probability.length - 1);
        double highest = 0;
        for (double one : probability) {
            highest = Math.max(highest, one);
        }
        double step = (RIGHT - LEFT) / (last + 1);
        int every = Math.max(1, (last + TICKS) / TICKS);
        List<Bar> bars = new ArrayList<>();
        for (int k = 0; k <= last; k++) {
            double height = (BOTTOM - TOP) * probability[k] / highest;
            double x = LEFT + k * step;
            bars.add(new Bar(
                    written(x + step * 0.1),
                    written(BOTTOM - height),
                    written(step * 0.8),
                    written(height),
                    written(x + step / 2),
                    k % every == 0 || k == finding.observed() ? String.valueOf(k) : "",
                    k >= finding.observed()));
        }
        return new DistributionPlot(bars, written(LEFT + (finding.observed() + 0.5) * step), finding.observed());
    }

    private static int last(double[] probability) {
        int last = probability.length - 1;
        while (last > 0 && probability[last] < SHOWN) {
            last--;
        }
        return last;
    }

    static String written(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
