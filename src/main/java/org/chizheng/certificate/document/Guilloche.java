package org.chizheng.certificate.document;

import java.util.Map;

/** Guilloche 扭索纹: bands and rosettes of many fine lines, each a sum of waves. One repeat is drawn and set again and again. Lengths in hundredths of a millimetre. */
final class Guilloche {
    private static final double TURN = 2 * Math.PI;

    private Guilloche() {}

    /**
     * One repeat of a band along x, from 0 to length, between −half and +half: two braids whose envelopes swell where the other's narrows.
     *
     * @param lines of each braid
     */
    static Form band(int length, int half, int lines, String ink, String accent) {
        StringBuilder out = new StringBuilder();
        out.append("9 w ").append(accent).append(" RG\n");
        for (int line = 0; line < lines; line++) {
            braid(out, length, half * 0.96, 0.62, -0.38, 3, TURN * line / lines);
        }
        out.append(ink).append(" RG\n");
        for (int line = 0; line < lines; line++) {
            braid(out, length, half * 0.96, 0.56, 0.44, 2, TURN * line / lines);
        }
        return Form.of(out, Map.of(), -20, -half - 20, length + 20, half + 20);
    }

    private static void braid(
            StringBuilder out, int length, double half, double mean, double swell, int waves, double phase) {
        Lines.stroke(
                out,
                t -> length * t,
                t -> half * (mean + swell * Math.cos(TURN * t)) * Math.sin(TURN * waves * t + phase),
                0,
                1,
                8 * waves);
    }

    /**
     * A ring between two radii with as many petals as given; the lines run through each other at evenly spread phases, their swing modulated.
     *
     * @param depth of the modulation, 0 to 1
     */
    static Form ring(double inner, double outer, int petals, int lines, double depth, String ink, int width) {
        double middle = (inner + outer) / 2;
        double swing = (outer - inner) / 2;
        double sector = TURN / petals;
        StringBuilder out = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            double phase = TURN * line / lines;
            double share = 1 - depth * (0.5 + 0.5 * Math.cos(2 * phase));
            radial(out, t -> middle + swing * share * Math.cos(petals * t + phase), sector);
        }
        Form petal = Form.of(out, Map.of(), -outer - 30, -outer - 30, outer + 30, outer + 30);
        return turned(petal, petals, outer, width + " w " + ink + " RG\n");
    }

    private static void radial(StringBuilder out, java.util.function.DoubleUnaryOperator radius, double sector) {
        Lines.stroke(
                out,
                t -> radius.applyAsDouble(t) * Math.cos(t),
                t -> radius.applyAsDouble(t) * Math.sin(t),
                0,
                sector,
                6);
    }

    private static Form turned(Form petal, int times, double outer, String pen) {
        StringBuilder out = new StringBuilder(pen);
        for (int i = 0; i < times; i++) {
            double angle = TURN * i / times;
            out.append("q ");
            for (double entry : new double[] {Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle)}) {
                out.append(String.format(java.util.Locale.ROOT, "%.5f ", entry));
            }
            out.append("0 0 cm /P Do Q\n");
        }
        return Form.of(out, Map.of("P", petal), -outer - 30, -outer - 30, outer + 30, outer + 30);
    }
}
