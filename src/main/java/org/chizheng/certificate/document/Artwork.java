package org.chizheng.certificate.document;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What lies beneath the text of one page and is the same on all of its kind: guilloche, frame, microtext, the demo's marks. Vectors only. */
final class Artwork {
    private static final double UNIT = 0.01;
    private static final double COARSE = 0.05;
    private final Layout layout;
    private final Layout.Page page;
    private final StringBuilder out = new StringBuilder();
    private final Map<String, Form> parts = new LinkedHashMap<>();

    private Artwork(Layout layout, Layout.Page page) {
        this.layout = layout;
        this.page = page;
    }

    /** @param name is what the microtext repeats */
    static Form of(Layout layout, Layout.Page page, String name, boolean demo) {
        Artwork artwork = new Artwork(layout, page);
        artwork.latent();
        artwork.band();
        artwork.corners();
        artwork.frames();
        artwork.microtext(name);
        if (page.has("rule")) {
            artwork.rule();
        }
        if (page.has("latent")) {
            artwork.relief();
        }
        if (demo) {
            artwork.watermark();
        }
        return Form.of(artwork.out, artwork.parts, 0, 0, layout.width(), layout.height());
    }

    private double frame(String measure) {
        return page.of("frame", measure);
    }

    /** The large rosette behind the text, pale enough to read over. */
    private void latent() {
        double radius = page.of("rosette", "radius") / UNIT;
        double x = page.of("rosette", "x");
        double y = page.of("rosette", "y");
        int pen = (int) Math.max(5, radius / 580);
        String tint = layout.colour("tint");
        String warm = layout.colour("warm");
        set("R1", Guilloche.ring(radius * 0.64, radius, 36, 14, 0.5, tint, pen), x, y);
        set("R2", Guilloche.ring(radius * 0.60, radius * 0.94, 24, 12, 0.3, warm, pen), x, y);
        set("R3", Guilloche.ring(radius * 0.30, radius * 0.68, 18, 14, 0.5, tint, pen), x, y);
        set("R4", Guilloche.ring(radius * 0.05, radius * 0.34, 12, 12, 0.4, warm, pen), x, y);
    }

    private void set(String name, Form part, double x, double y) {
        parts.put(name, part);
        placed(name, x, y, UNIT, 0, 0, UNIT);
    }

    private void placed(String name, double x, double y, double a, double b, double c, double d) {
        out.append(String.format(Locale.ROOT, "q %.6f %.6f %.6f %.6f %.4f %.4f cm /%s Do Q%n", a, b, c, d, x, y, name));
    }

    /** Repeats along the four sides, stretched a little so that whole ones fit between the corners. */
    private void band() {
        int repeat = (int) Math.round(frame("repeat") / UNIT);
        int half = (int) Math.round((frame("band") / 2 - frame("band") * 0.07) / UNIT);
        parts.put("B", Guilloche.band(repeat, half, 7, layout.colour("line"), layout.colour("accent")));
        double inset = frame("band") / 2;
        double gap = inset + frame("rosette") * 0.5;
        side(frame("x") + gap, frame("y") + inset, frame("width") - 2 * gap, false);
        side(frame("x") + gap, frame("y") + frame("height") - inset, frame("width") - 2 * gap, false);
        side(frame("x") + inset, frame("y") + gap, frame("height") - 2 * gap, true);
        side(frame("x") + frame("width") - inset, frame("y") + gap, frame("height") - 2 * gap, true);
    }

    private void side(double x, double y, double length, boolean upright) {
        long times = Math.round(length / frame("repeat"));
        double fit = length / times / frame("repeat") * UNIT;
        for (int i = 0; i < times; i++) {
            double along = length * i / times;
            if (upright) {
                placed("B", x, y + along, 0, fit, -UNIT, 0);
            } else {
                placed("B", x + along, y, fit, 0, 0, UNIT);
            }
        }
    }

    private void corners() {
        double radius = frame("rosette") / UNIT;
        int pen = (int) Math.max(3, Math.round(radius / 110));
        int lines = radius < 400 ? 4 : 6;
        parts.put("C1", Guilloche.ring(radius * 0.5, radius, 16, lines, 0, layout.colour("line"), pen));
        parts.put("C2", Guilloche.ring(radius * 0.14, radius * 0.62, 8, lines, 0.2, layout.colour("accent"), pen));
        double inset = frame("band") / 2;
        for (double x : new double[] {frame("x") + inset, frame("x") + frame("width") - inset}) {
            for (double y : new double[] {frame("y") + inset, frame("y") + frame("height") - inset}) {
                out.append("1 1 1 rg ");
                disc(x, y, frame("rosette") * 1.04);
                placed("C1", x, y, UNIT, 0, 0, UNIT);
                placed("C2", x, y, UNIT, 0, 0, UNIT);
            }
        }
    }

    private void disc(double x, double y, double radius) {
        double pull = radius * 0.5523;
        double[][] arc = {
            {x + radius, y + pull, x + pull, y + radius, x, y + radius},
            {x - pull, y + radius, x - radius, y + pull, x - radius, y},
            {x - radius, y - pull, x - pull, y - radius, x, y - radius},
            {x + pull, y - radius, x + radius, y - pull, x + radius, y}
        };
        Digits.put(out, x + radius);
        Digits.put(out, y).append("m ");
        for (double[] quarter : arc) {
            for (double value : quarter) {
                Digits.put(out, value);
            }
            out.append("c ");
        }
        out.append("f\n");
    }

    /** Two fine lines without, two within the band. */
    private void frames() {
        double band = frame("band");
        out.append(layout.colour("line")).append(" RG ");
        line(band * -0.09, band * 0.045);
        line(band * 0.02, band * 0.014);
        line(band * 0.98, band * 0.014);
        line(band * 1.09, band * 0.03);
    }

    private void line(double inset, double width) {
        Digits.put(out, width).append("w ");
        Digits.put(out, frame("x") + inset);
        Digits.put(out, frame("y") + inset);
        Digits.put(out, frame("width") - 2 * inset);
        Digits.put(out, frame("height") - 2 * inset).append("re S\n");
    }

    /** The document's name over and over: a line to the eye, a text under the glass. Photocopiers lose it. */
    private void microtext(String name) {
        Form phrase = Lettering.microtext(name + "·", layout.colour("ink"));
        parts.put("M", phrase);
        double size = frame("microtext");
        double scale = size / Lettering.MICRO;
        double length = Lettering.length(Typefaces.main(), name + "·") * size;
        double inset = frame("band") * 1.16 + size;
        double bottom = frame("y") + inset;
        double top = frame("y") + frame("height") - inset;
        double room = frame("width") - 2 * inset;
        long times = Math.round(room / length);
        for (double y : new double[] {bottom, top}) {
            for (int i = 0; i < times; i++) {
                placed("M", frame("x") + inset + room * i / times, y, scale * room / times / length, 0, 0, scale);
            }
        }
    }

    private void relief() {
        String text = layout.word("latent").zh();
        double height = page.of("latent", "height");
        parts.put("L", Lettering.relief(text, height / UNIT, layout.colour("relief")));
        double width = page.of("latent", "width");
        double repeat = Lettering.reliefLength(text, height);
        long times = Math.round(width / repeat);
        for (int i = 0; i < times; i++) {
            double x = page.of("latent", "x") + width * i / times;
            placed("L", x, page.of("latent", "y"), UNIT * width / times / repeat, 0, 0, UNIT);
        }
    }

    /** Across the page, beneath the text. */
    private void watermark() {
        String text = layout.word("demo").zh() + " " + layout.word("demo").en();
        parts.put("W", Lettering.watermark(text, layout.width() / COARSE, layout.height() / COARSE));
        placed("W", 0, 0, COARSE, 0, 0, COARSE);
    }

    /** An ornament below the title: two lines that end in a knot. */
    private void rule() {
        double x = page.of("rule", "x");
        double y = page.of("rule", "y");
        double half = page.of("rule", "width") / 2;
        parts.put("K", Guilloche.ring(60, 330, 10, 6, 0, layout.colour("accent"), 6));
        placed("K", x, y, UNIT, 0, 0, UNIT * 0.62);
        out.append(layout.colour("accent")).append(" RG ");
        for (int direction : new int[] {-1, 1}) {
            for (double[] stroke :
                    new double[][] {{0.3, 0, half}, {0.12, 0.75, half * 0.8}, {0.12, -0.75, half * 0.8}}) {
                Digits.put(out, stroke[0]).append("w ");
                Digits.put(out, x + direction * 4.6);
                Digits.put(out, y + stroke[1]).append("m ");
                Digits.put(out, x + direction * stroke[2]);
                Digits.put(out, y + stroke[1]).append("l S\n");
            }
        }
    }
}
