package org.chizheng.certificate.document;

import java.util.Map;

/** What one document's text is set with: the shared subset of what stands on every certificate, and the document's own characters from either typeface. */
final class Letters {
    private final FontSubset shared;
    private final FontSubset own = new FontSubset(Typefaces.main());
    private FontSubset rare;

    /** @param shared is complete and only read */
    Letters(FontSubset shared) {
        this.shared = shared;
    }

    /** Width in thousandths of the size. */
    int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            Typeface face = Typefaces.main();
            int glyph = face.glyph(point);
            if (glyph == 0) {
                face = Typefaces.rare();
                glyph = face.glyph(point);
            }
            width += face.width(glyph);
        }
        return width;
    }

    /** Shows the text where the pen is: runs of one font each. @throws IllegalArgumentException for a character that no typeface has */
    void show(StringBuilder out, String text, double size) {
        char font = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            char next = font(point);
            if (next != font) {
                out.append(font == 0 ? "" : "> Tj ").append("/F").append(next).append(' ');
                Digits.put(out, size).append("Tf <");
                font = next;
            }
            Digits.hex16(out, subset(next).number(point));
        }
        if (font != 0) {
            out.append("> Tj ");
        }
    }

    private char font(int point) {
        if (shared.holds(point)) {
            return '1';
        }
        if (own.face().glyph(point) != 0) {
            return '2';
        }
        if (!Typefaces.isIdeograph(point) || Typefaces.rare().glyph(point) == 0) {
            throw new IllegalArgumentException("no typeface prints U+" + Integer.toHexString(point));
        }
        return '3';
    }

    private FontSubset subset(char font) {
        if (font == '3' && rare == null) {
            rare = new FontSubset(Typefaces.rare());
        }
        return font == '1' ? shared : font == '2' ? own : rare;
    }

    /** Fonts that were used besides the shared one, by their names in the resources. */
    Map<String, FontSubset> others() {
        Map<String, FontSubset> others = new java.util.TreeMap<>();
        if (!own.isEmpty()) {
            others.put("F2", own);
        }
        if (rare != null) {
            others.put("F3", rare);
        }
        return others;
    }
}
