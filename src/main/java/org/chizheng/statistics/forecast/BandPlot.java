package org.chizheng.statistics.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The holder rate of the coming months as the page draws it, in units of its view box: if nothing is done, with the plan, and the band between them. Every figure stands in a table too. */
public final class BandPlot {
    private static final double LEFT = 50;
    private static final double RIGHT = 384;
    private static final double TOP = 12;
    private static final double BOTTOM = 226;
    private static final double ALL = 100;
    private static final List<Integer> SPANS = List.of(5, 10, 20, 50, 100);
    private static final int TICKS = 5;

    private final int floor;
    private final List<Double> nothing;
    private final List<Double> planned;
    private final List<Tick> ticksX;

    /** A place on an axis and what is written there. */
    public record Tick(String at, String text) {}

    private BandPlot(int floor, List<Double> nothing, List<Double> planned, List<Tick> ticksX) {
        this.floor = floor;
        this.nothing = nothing;
        this.planned = planned;
        this.ticksX = ticksX;
    }

    /** @return null where nothing is required in some month: there is no rate to draw */
    static BandPlot of(List<ForecastView.Point> points) {
        if (points.stream().anyMatch(point -> point.nothing() == null)) {
            return null;
        }
        List<Double> nothing = points.stream().map(p -> value(p.nothing())).toList();
        List<Double> planned = points.stream().map(p -> value(p.planned())).toList();
        double least = nothing.stream().mapToDouble(rate -> rate).min().orElse(0);
        int span = SPANS.stream().filter(one -> ALL - one <= least).findFirst().orElse((int) ALL);
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            ticks.add(new Tick(
                    unit(x(i, points.size())),
                    String.valueOf(points.get(i).day().getMonthValue())));
        }
        return new BandPlot((int) ALL - span, nothing, planned, ticks);
    }

    private static double value(String percent) {
        return new BigDecimal(percent).doubleValue();
    }

    private static double x(int point, int points) {
        return LEFT + (RIGHT - LEFT) * point / (points - 1);
    }

    private double y(double percent) {
        return BOTTOM - (percent - floor) / (ALL - floor) * (BOTTOM - TOP);
    }

    private static String unit(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private String path(List<Double> rates, boolean back) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < rates.size(); i++) {
            int point = back ? rates.size() - 1 - i : i;
            path.append(path.isEmpty() && !back ? 'M' : 'L')
                    .append(unit(x(point, rates.size())))
                    .append(' ')
                    .append(unit(y(rates.get(point))));
        }
        return path.toString();
    }

    public String nothing() {
        return path(nothing, false);
    }

    public String planned() {
        return path(planned, false);
    }

    /** Between the two. */
    public String band() {
        return path(planned, false) + path(nothing, true) + "Z";
    }

    public List<Tick> ticksX() {
        return ticksX;
    }

    public List<Tick> ticksY() {
        int step = ((int) ALL - floor) / TICKS;
        return IntStream.rangeClosed(0, TICKS)
                .map(i -> floor + i * step)
                .mapToObj(percent -> new Tick(unit(y(percent)), percent + "%"))
                .toList();
    }
}
