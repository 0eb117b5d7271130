package org.chizheng.integrity;

import java.util.Locale;
import java.util.UUID;

import org.chizheng.integrity.rule.GeneralisedBinomial;

/**
 * A finding as its page shows it; names are masked.
 *
 * @param other null where one candidate alone is concerned
 * @param chances of the items under the reference distribution
 * @param striking beyond the threshold of the desk
 */
public record FindingView(
        UUID id,
        UUID session,
        String kind,
        Who one,
        Who other,
        int observed,
        double probability,
        int tests,
        double[] chances,
        boolean striking,
        int notes) {
    private static final double SMALL = 0.001;
    private static final double SMALLEST = 1e-9;

    /** A candidate; seat is null for who had none. */
    public record Who(String name, String ticket, String seat) {}

    public int items() {
        return chances.length;
    }

    /** Mean by chance, with two decimals. */
    public String expected() {
        return String.format(Locale.ROOT, "%.2f", GeneralisedBinomial.expected(chances));
    }

    public String chance() {
        return shown(probability);
    }

    /** How many as striking chance alone would bring to the session. */
    public String alarms() {
        return shown(probability * tests);
    }

    /** Three decimals; smaller ones as one of so many, down to one of a thousand million. */
    static String shown(double value) {
        if (value >= SMALL) {
            return String.format(Locale.ROOT, "%.3f", value);
        }
        return value < SMALLEST ? "< 1 / " + Math.round(1 / SMALLEST) : "1 / " + Math.round(1 / value);
    }
}
