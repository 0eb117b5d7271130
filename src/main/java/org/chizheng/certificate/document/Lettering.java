package org.chizheng.certificate.document;

import java.awt.geom.AffineTransform;
import java.util.Map;

/** Letters as outlines: artwork that is no text to be read out. */
final class Lettering {
    /** Units of one em of microtext. */
    static final double MICRO = 80;

    private static final int OVERLAP = 4;
    private static final double SHARE = 0.86;
    private static final double STEP = 1.4;

    private Lettering() {}

    /** One phrase, its base line at 0. */
    static Form microtext(String phrase, String ink) {
        Typeface face = Typefaces.main();
        StringBuilder text = new StringBuilder(ink).append(" rg ");
        double x = 0;
        for (int letter : phrase.codePoints().toArray()) {
            AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
            place.scale(MICRO / face.unitsPerEm(), MICRO / face.unitsPerEm());
            Lines.outline(text, face.outline(letter), place);
            x += face.width(face.glyph(letter)) * MICRO / 1000;
        }
        return Form.of(text.append('f'), Map.of(), -MICRO / 8, -MICRO / 2, x + MICRO / 8, MICRO * 1.2);
    }

    /** One repeat of a strip of fine lines that shift by half their distance within letters: seen only at a slant or from near. Lines 0.36 mm apart; in hundredths of a millimetre. */
    static Form relief(String text, double height, String ink) {
        Typeface face = Typefaces.main();
        double size = height * SHARE;
        StringBuilder letters = new StringBuilder();
        double x = 0;
        for (int letter : text.codePoints().toArray()) {
            AffineTransform place = AffineTransform.getTranslateInstance(x + size * 0.2, height * 0.18);
            place.scale(size / face.unitsPerEm(), size / face.unitsPerEm());
            Lines.outline(letters, face.outline(letter), place);
            x += size * STEP;
        }
        StringBuilder tile = new StringBuilder("13 w ").append(ink).append(" RG\n");
        hatch(tile, x, height, 0);
        tile.append(letters).append("W n 1 1 1 rg 0 0 ");
        Lines.point(tile, x, height).append("re f\n");
        hatch(tile, x, height, 18);
        return Form.of(tile, Map.of(), -OVERLAP, 0, x + OVERLAP, height);
    }

    private static void hatch(StringBuilder out, double width, double height, int shift) {
        for (int y = 9 + shift; y < height; y += 36) {
            out.append(-OVERLAP).append(' ').append(y).append(" m ");
            Lines.point(out, width + OVERLAP, y).append("l ");
        }
        out.append("S\n");
    }

    /** Length of one repeat of a relief of that height. */
    static double reliefLength(String text, double height) {
        return text.codePointCount(0, text.length()) * height * SHARE * STEP;
    }

    /** Words across a page, in twentieths of a millimetre. */
    static Form watermark(String text, double width, double height) {
        Typeface face = Typefaces.main();
        double size = height * 0.185;
        double length = length(face, text) * size;
        StringBuilder outlines = new StringBuilder("0.985 0.925 0.92 rg ");
        AffineTransform page = AffineTransform.getTranslateInstance(width * 0.46, height * 0.45);
        page.rotate(Math.toRadians(24));
        double x = -length / 2;
        for (int letter : text.codePoints().toArray()) {
            AffineTransform place = new AffineTransform(page);
            place.translate(x, -size * 0.34);
            place.scale(size / face.unitsPerEm(), size / face.unitsPerEm());
            Lines.outline(outlines, face.outline(letter), place);
            x += face.width(face.glyph(letter)) * size / 1000;
        }
        return Form.of(outlines.append("f"), Map.of(), 0, 0, width, height);
    }

    /** In ems. */
    static double length(Typeface face, String text) {
        return text.codePoints()
                .mapToDouble(letter -> face.width(face.glyph(letter)) / 1000.0)
                .sum();
    }
}
