package org.chizheng.statistics.forecast.rule;

/**
 * Seats of the theory or places at practical stations in a month.
 *
 * @param need for everybody who is to be certified, retakes included
 * @param retakes of these
 * @param free in what is planned already
 * @param booked in what is planned already
 * @param gap needed and not free; of a sum the sum of the gaps, because a free seat of one qualification is none of another
 */
public record Places(long need, long retakes, long free, long booked, long gap) {
    public static final Places NONE = new Places(0, 0, 0, 0, 0);

    public static Places of(long need, long retakes, long free, long booked) {
        return new Places(need, retakes, free, booked, Math.max(0, need - free));
    }

    public Places plus(Places more) {
        return new Places(
                need + more.need, retakes + more.retakes, free + more.free, booked + more.booked, gap + more.gap);
    }
}
