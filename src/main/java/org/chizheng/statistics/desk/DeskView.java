package org.chizheng.statistics.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.chizheng.statistics.desk.rule.Fall;
import org.chizheng.statistics.desk.rule.Move.Cause;
import org.chizheng.statistics.rule.HolderRate;

/**
 * What changed in a region since yesterday.
 *
 * @param yesterday the day compared with
 * @param yesterdayKnownAt what was known of it when; the instant of the frozen figures, or now where there are none
 * @param digest of the frozen figures of yesterday, null where the sums as known now stand in for them
 * @param causesTold whether so few changed that the causes are told
 */
public record DeskView(
        String code,
        String zh,
        String en,
        LocalDate today,
        Instant knownAt,
        LocalDate yesterday,
        Instant yesterdayKnownAt,
        String digest,
        boolean causesTold,
        Row total,
        List<Row> rows) {
    public DeskView {
        rows = List.copyOf(rows);
    }

    /** How often something happened. */
    public record Times(Cause cause, int times) {}

    /**
     * A region, then and now.
     *
     * @param opened causes by which requirements came to stand without a valid certificate
     * @param covered those by which they came to stand with one
     * @param other leaving and moving
     * @param unexplained change of the covered that no cause was found for, such as a change of policy
     * @param alarming whether the fall is more than the limit for a day
     */
    public record Row(
            String code,
            String zh,
            String en,
            String level,
            Fall fall,
            List<Times> opened,
            List<Times> covered,
            List<Times> other,
            long unexplained,
            boolean alarming) {
        /** Per cent with two decimals, cut; null where nothing was required. */
        public String getPercentBefore() {
            return percent(fall.coveredBefore(), fall.requiredBefore());
        }

        public String getPercentNow() {
            return percent(fall.coveredAfter(), fall.requiredAfter());
        }

        /** With its sign, null where there is none. */
        public String getPoints() {
            return fall.points()
                    .map(points -> (points.signum() > 0 ? "+" : "") + points.toPlainString())
                    .orElse(null);
        }

        public String getCoveredChange() {
            return signed(fall.covered());
        }

        public String getUncoveredChange() {
            return signed(fall.uncovered());
        }

        public boolean isWorse() {
            return fall.points().map(BigDecimal::signum).orElse(0) < 0 || fall.uncovered() > 0;
        }
    }

    static String percent(long covered, long required) {
        return new HolderRate(covered, required)
                .percent()
                .map(BigDecimal::toPlainString)
                .orElse(null);
    }

    static String signed(long number) {
        return number > 0 ? "+" + number : String.valueOf(number);
    }
}
