package org.chizheng.integrity;

import java.util.ArrayList;
import java.util.List;

import org.chizheng.integrity.rule.Funnel;

/** The funnel drawn within 420 × 272: candidates to the right, pass rate upwards, the limits as lines. */
public record FunnelPlot(
        List<Dot> dots, List<String> usual, List<String> far, String common, List<Tick> across, List<Tick> up) {
    private static final double LEFT = 50;
    private static final double RIGHT = 384;
    private static final double TOP = 12;
    private static final double BOTTOM = 226;
    private static final int POINTS = 60;
    private static final long FEWEST = 5;
    private static final int PARTS = 4;

    public FunnelPlot {
        dots = List.copyOf(dots);
        usual = List.copyOf(usual);
        far = List.copyOf(far);
        across = List.copyOf(across);
        up = List.copyOf(up);
    }

    /** A centre; far: outside the wider limits. */
    public record Dot(String x, String y, boolean outside, boolean far) {}

    /** A mark on an axis. */
    public record Tick(String at, String text) {}

    static FunnelPlot of(List<CentrePlace> centres, double rate) {
        long most = centres.stream().mapToLong(one -> one.sums().scored()).max().orElse(1);
        double lowest = centres.stream().mapToDouble(FunnelPlot::rate).min().orElse(rate);
        double floor = Math.max(0, Math.floor((Math.min(lowest, Funnel.limit(10, rate, 0.001)) - 0.05) * 10) / 10);
        List<Dot> dots = centres.stream()
                .map(one -> new Dot(across(one.sums().scored(), most), up(rate(one), floor), one.outside(), one.far()))
                .toList();
        return new FunnelPlot(
                dots,
                List.of(
                        path(rate, most, floor, (1 - Funnel.USUAL) / 2),
                        path(rate, most, floor, (1 + Funnel.USUAL) / 2)),
                List.of(path(rate, most, floor, (1 - Funnel.FAR) / 2), path(rate, most, floor, (1 + Funnel.FAR) / 2)),
                up(rate, floor),
                ticks(most),
                rates(floor));
    }

    private static double rate(CentrePlace centre) {
        return (double) centre.sums().passed() / centre.sums().scored();
    }

    private static String across(double n, long most) {
        return DistributionPlot.written(LEFT + (RIGHT - LEFT) * n / most);
    }

    private static String up(double rate, double floor) {
        return DistributionPlot.written(BOTTOM - (BOTTOM - TOP) * (rate - floor) / (1 - floor));
    }

    private static String path(double rate, long most, double floor, double q) {
        StringBuilder path = new StringBuilder();
        long before = 0;
        for (int point = 1; point <= POINTS; point++) {
            long n = Math.max(FEWEST, Math.round(most * Math.pow((double) point / POINTS, 2)));
            double limit = Funnel.limit(n, rate, q);
            if (n > before && limit >= floor) {
                path.append(path.isEmpty() ? 'M' : 'L')
                        .append(across(n, most))
                        .append(' ')
                        .append(up(limit, floor));
            }
            before = n;
        }
        return path.toString();
    }

    private static List<Tick> ticks(long most) {
        List<Tick> ticks = new ArrayList<>();
        for (int part = 0; part <= PARTS; part++) {
            long n = most * part / PARTS;
            if (part == 0 || n > most * (part - 1) / PARTS) {
                ticks.add(new Tick(across(n, most), String.valueOf(n)));
            }
        }
        return ticks;
    }

    private static List<Tick> rates(double floor) {
        List<Tick> ticks = new ArrayList<>();
        for (int part = 0; part <= PARTS; part++) {
            double rate = floor + (1 - floor) * part / PARTS;
            ticks.add(new Tick(
                    up(rate, floor), DistributionPlot.written(rate * 100).replace(".0", "") + "%"));
        }
        return ticks;
    }
}
