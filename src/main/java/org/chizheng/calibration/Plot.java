package org.chizheng.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** A plot as the page draws it, in units of its view box; all that can be seen in it stands in a table beside it too. */
public final class Plot {
    private static final double LEFT = 50;
    private static final double RIGHT = 384;
    private static final double TOP = 12;
    private static final double BOTTOM = 226;
    private static final double BESIDE = 4;
    private static final double LABEL = 13;
    private final double fromX;
    private final double toX;
    private final double toY;
    private final List<Line> lines = new ArrayList<>();
    private final TreeSet<Double> labels = new TreeSet<>();
    private final List<Dot> dots = new ArrayList<>();
    private final List<Tick> ticksX = new ArrayList<>();
    private final List<Tick> ticksY = new ArrayList<>();
    private final List<Tick> marks = new ArrayList<>();

    /** A point of a line, in its own units. */
    public record Point(double x, double y) {}

    /** style: a class of the style sheet; label stands at the end of the line. */
    public record Line(String style, String path, String label, String x, String y) {}

    public record Dot(String x, String y) {}

    /** A place on an axis and what is written there. */
    public record Tick(String at, String text) {}

    /** The vertical axis begins at 0. */
    public Plot(double fromX, double toX, double toY) {
        this.fromX = fromX;
        this.toX = toX;
        this.toY = toY;
    }

    public Plot line(String style, String label, List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(x(point.x()))
                    .append(' ')
                    .append(y(point.y()));
        }
        Point end = points.get(points.size() - 1);
        lines.add(new Line(
                style, path.toString(), label, unit(placeX(end.x()) + BESIDE), unit(free(placeY(end.y()) + BESIDE))));
        return this;
    }

    /** The nearest height upwards where no other label stands. */
    private double free(double wanted) {
        double height = wanted;
        for (double other : labels.descendingSet()) {
            if (Math.abs(other - height) < LABEL) {
                height = other - LABEL;
            }
        }
        labels.add(height);
        return height;
    }

    Plot dot(double x, double y) {
        dots.add(new Dot(x(x), y(y)));
        return this;
    }

    public Plot tickX(double at, String text) {
        ticksX.add(new Tick(x(at), text));
        return this;
    }

    public Plot tickY(double at, String text) {
        ticksY.add(new Tick(y(at), text));
        return this;
    }

    /** A line from bottom to top. */
    public Plot mark(double at, String text) {
        if (at > fromX && at < toX) {
            marks.add(new Tick(x(at), text));
        }
        return this;
    }

    private double placeX(double x) {
        return LEFT + (x - fromX) / (toX - fromX) * (RIGHT - LEFT);
    }

    private double placeY(double y) {
        return BOTTOM - Math.min(1.02, y / toY) * (BOTTOM - TOP);
    }

    private String x(double x) {
        return unit(placeX(x));
    }

    private String y(double y) {
        return unit(placeY(y));
    }

    private static String unit(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    public List<Line> lines() {
        return lines;
    }

    public List<Dot> dots() {
        return dots;
    }

    public List<Tick> ticksX() {
        return ticksX;
    }

    public List<Tick> ticksY() {
        return ticksY;
    }

    public List<Tick> marks() {
        return marks;
    }
}
