package org.chizheng.certificate.document;

import java.util.Locale;

/** One page as it is written: lengths in millimetres from the lower left corner, sizes of letters in points. Whatever is shown belongs to an element or is an artifact. */
final class Sheet {
    private static final double POINT = 25.4 / 72;
    private final int number;
    private final Letters letters;
    private final StringBuilder out = new StringBuilder(16 * 1024);

    Sheet(int number, Letters letters) {
        this.number = number;
        this.letters = letters;
        out.append("2.834646 0 0 2.834646 0 0 cm\n");
    }

    /** In millimetres. */
    double width(String text, double size) {
        return letters.width(text) * size * POINT / 1000;
    }

    /** @param ink red, green and blue from 0 to 1, as an operator takes them */
    void text(Structure.Element element, String text, double x, double y, double size, String ink) {
        spaced(element, text, x, y, size, ink, 0);
    }

    /** @param gap between the letters, in millimetres */
    void spaced(Structure.Element element, String text, double x, double y, double size, String ink, double gap) {
        open(element);
        out.append(ink).append(" rg BT 1 0 0 1 ");
        Digits.put(out, x);
        Digits.put(out, y).append("Tm ");
        if (gap != 0) {
            Digits.put(out, gap).append("Tc ");
        }
        letters.show(out, text, size * POINT);
        out.append(gap != 0 ? "0 Tc ET EMC\n" : "ET EMC\n");
    }

    void centred(Structure.Element element, String text, double x, double y, double size, String ink) {
        text(element, text, x - width(text, size) / 2, y, size, ink);
    }

    /** Draws operators that stand for the element as a whole. */
    void drawn(Structure.Element element, CharSequence operators) {
        open(element);
        out.append("q ").append(operators).append(" Q EMC\n");
    }

    void artifact(CharSequence operators) {
        out.append("/Artifact BMC q ").append(operators).append(" Q EMC\n");
    }

    private void open(Structure.Element element) {
        out.append('/')
                .append(element.kind())
                .append(" << /MCID ")
                .append(element.mark(number))
                .append(" >> BDC ");
    }

    String operators() {
        return out.toString();
    }

    /** A rectangle in points, as an attribute takes it. */
    static String box(double x, double y, double width, double height) {
        StringBuilder box = new StringBuilder("[");
        for (double edge : new double[] {x, y, x + width, y + height}) {
            Digits.put(box, edge / POINT);
        }
        return box.append(']').toString();
    }

    /** Sets the place of what follows, and a scale that is less than the thousandths of the other numbers can say. */
    static String fine(double x, double y, double scale) {
        return String.format(Locale.ROOT, "%1$.7f 0 0 %1$.7f %2$.4f %3$.4f cm ", scale, x, y);
    }

    /** Sets the place and the scale of what follows. */
    static String placed(double x, double y, double scaleX, double scaleY) {
        StringBuilder place = new StringBuilder();
        Digits.put(place, scaleX).append("0 0 ");
        Digits.put(place, scaleY);
        Digits.put(place, x);
        return Digits.put(place, y).append("cm ").toString();
    }
}
