package org.chizheng.certificate.document;

import java.awt.geom.AffineTransform;
import java.util.Map;

/** A round seal 印章 of radius 600: ring, star of five points, the name set on a circle, a line below the star. All outlines, in red. */
final class Seal {
    private static final String RED = "0.78 0.09 0.11";
    static final int RADIUS = 600;
    private static final int LETTER = 161;
    private static final int NAME_CIRCLE = 384;
    private static final double WIDEST_STEP = Math.toRadians(29);
    private static final double ARC = Math.toRadians(262);

    private Seal() {}

    /** @param foot stands below the star, empty for none */
    static Form of(Typeface face, String name, String foot) {
        StringBuilder out = new StringBuilder(RED + " rg " + RED + " RG 35 w\n");
        circle(out, 577);
        out.append("6 w\n");
        circle(out, 545);
        star(out, foot.isEmpty() ? 0 : 24);
        name(out, face, name.codePoints().toArray());
        foot(out, face, foot);
        return Form.of(out, Map.of(), -RADIUS, -RADIUS, RADIUS, RADIUS);
    }

    private static void circle(StringBuilder out, int radius) {
        Lines.stroke(out, t -> radius * Math.cos(t), t -> radius * Math.sin(t), 0, 2 * Math.PI, 16);
    }

    private static void star(StringBuilder out, int up) {
        double outer = 180;
        double inner = outer * Math.sin(Math.PI / 10) / Math.sin(Math.PI * 7 / 10);
        for (int corner = 0; corner < 10; corner++) {
            double angle = Math.PI / 2 + corner * Math.PI / 5;
            double radius = corner % 2 == 0 ? outer : inner;
            Lines.point(out, radius * Math.cos(angle), up + radius * Math.sin(angle))
                    .append(corner == 0 ? "m " : "l ");
        }
        out.append("f\n");
    }

    private static void name(StringBuilder out, Typeface face, int[] letters) {
        double step = Math.min(WIDEST_STEP, ARC / Math.max(1, letters.length - 1));
        double scale = Math.min(LETTER, NAME_CIRCLE * step * 1.06);
        double turn = step * (letters.length - 1) / 2;
        for (int letter : letters) {
            AffineTransform place = AffineTransform.getRotateInstance(turn);
            place.translate(-scale / 2, NAME_CIRCLE);
            place.scale(scale / face.unitsPerEm(), LETTER * 0.94 / face.unitsPerEm());
            place.translate(0, 0.06 * face.unitsPerEm());
            Lines.outline(out, face.outline(letter), place);
            turn -= step;
        }
        out.append("f\n");
    }

    private static void foot(StringBuilder out, Typeface face, String foot) {
        double size = 114;
        double x = -0.5
                * size
                * foot.codePoints()
                        .mapToDouble(point -> face.width(face.glyph(point)) / 1000.0)
                        .sum();
        for (int letter : foot.codePoints().toArray()) {
            AffineTransform place = AffineTransform.getTranslateInstance(x, -342);
            place.scale(size / face.unitsPerEm(), size / face.unitsPerEm());
            Lines.outline(out, face.outline(letter), place);
            x += size * face.width(face.glyph(letter)) / 1000;
        }
        out.append("f\n");
    }
}
