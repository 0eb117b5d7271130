package org.chizheng.certificate.document;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.util.function.DoubleUnaryOperator;

/** Operators of curves and outlines, in whole units of the drawing that they stand in. */
final class Lines {
    private Lines() {}

    /** Strokes a smooth parametric curve in pieces: each is the cubic that has the curve's ends and its directions there. */
    static void stroke(
            StringBuilder out, DoubleUnaryOperator x, DoubleUnaryOperator y, double from, double to, int pieces) {
        double step = (to - from) / pieces;
        double small = step / 64;
        point(out, x.applyAsDouble(from), y.applyAsDouble(from)).append("m ");
        for (int piece = 0; piece < pieces; piece++) {
            double start = from + piece * step;
            double end = start + step;
            point(
                    out,
                    x.applyAsDouble(start) + slope(x, start, small) * step / 3,
                    y.applyAsDouble(start) + slope(y, start, small) * step / 3);
            point(
                    out,
                    x.applyAsDouble(end) - slope(x, end, small) * step / 3,
                    y.applyAsDouble(end) - slope(y, end, small) * step / 3);
            point(out, x.applyAsDouble(end), y.applyAsDouble(end)).append("c ");
        }
        out.append("S\n");
    }

    private static double slope(DoubleUnaryOperator f, double at, double small) {
        return (f.applyAsDouble(at + small) - f.applyAsDouble(at - small)) / (2 * small);
    }

    /** Adds an outline to the current path; quadratic pieces become cubic ones. */
    static void outline(StringBuilder out, GeneralPath outline, AffineTransform place) {
        double[] at = new double[6];
        double[] last = new double[2];
        for (PathIterator path = outline.getPathIterator(place); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> point(out, at[0], at[1]).append("m ");
                case PathIterator.SEG_LINETO -> point(out, at[0], at[1]).append("l ");
                case PathIterator.SEG_QUADTO -> {
                    point(out, last[0] + (at[0] - last[0]) * 2 / 3, last[1] + (at[1] - last[1]) * 2 / 3);
                    point(out, at[2] + (at[0] - at[2]) * 2 / 3, at[3] + (at[1] - at[3]) * 2 / 3);
                    point(out, at[2], at[3]).append("c ");
                    at[0] = at[2];
                    at[1] = at[3];
                }
                default -> out.append("h ");
            }
            last[0] = at[0];
            last[1] = at[1];
        }
    }

    static StringBuilder point(StringBuilder out, double x, double y) {
        return out.append(Math.round(x)).append(' ').append(Math.round(y)).append(' ');
    }
}
