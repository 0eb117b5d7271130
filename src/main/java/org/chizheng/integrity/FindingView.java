package org.chizheng.integrity;

import java.util.Locale;
import java.util.UUID;

import org.chizheng.integrity.rule.GeneralisedBinomial;
import org.chizheng.integrity.rule.Seating;

/**
 * A finding as its page shows it; names are masked.
 *
 * @param other null where one candidate alone is concerned
 * @param chances of the items under the reference distribution
 * @param striking beyond the threshold of the desk, which seats do not move
 * @param seats null where it is not known how the two sat
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
        int notes,
        Seats seats) {
    private static final double SMALL = 0.001;
    private static final double SMALLEST = 1e-9;

    /** A candidate; seat is null for who had none. */
    public record Who(String name, String ticket, String seat) {}

    /** How the two sat to each other; neighbours: pairs of neighbours in the session; moved: one of them had sat elsewhere before. */
    public record Seats(Seating.Distance apart, int neighbours, boolean moved) {}

    /** How many as striking chance alone would bring to the pairs of neighbours of the session. */
    public String alarmsBeside() {
        return shown(probability * seats.neighbours());
    }

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
