package org.chizheng.statistics.desk.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;

/** A region's requirements and the covered among them on two days. */
public record Fall(long requiredBefore, long coveredBefore, long requiredAfter, long coveredAfter) {
    /** The largest fall of the covered first, then the largest fall of the rate. */
    public static final Comparator<Fall> BY_COVERED =
            Comparator.comparingLong(Fall::covered).thenComparing(Fall::exact);

    /** The largest fall of the rate first, then that of the covered. */
    public static final Comparator<Fall> BY_RATE =
            Comparator.comparing(Fall::exact).thenComparingLong(Fall::covered);

    private static final int POINTS = 100;
    private static final int DIGITS = 12;

    /**
     * How far a rate may fall.
     *
     * @param hundredths of a percentage point
     * @param people requirements without a valid certificate that have come
     * @param leastRequired with fewer on either day the rate is not judged: one person would move it by points
     */
    public record Limit(long hundredths, long people, long leastRequired) {}

    /** By how many the covered have changed. */
    public long covered() {
        return coveredAfter - coveredBefore;
    }

    /** By how many those without a valid certificate have changed, people in the months of grace among them. */
    public long uncovered() {
        return requiredAfter - coveredAfter - (requiredBefore - coveredBefore);
    }

    /** In percentage points, cut to two decimals towards 0; empty where on one of the days nothing was required. */
    public Optional<BigDecimal> points() {
        return requiredBefore == 0 || requiredAfter == 0
                ? Optional.empty()
                : Optional.of(exact().setScale(2, RoundingMode.DOWN));
    }

    private BigDecimal exact() {
        return requiredBefore == 0 || requiredAfter == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(coveredAfter)
                        .multiply(BigDecimal.valueOf(requiredBefore))
                        .subtract(BigDecimal.valueOf(coveredBefore).multiply(BigDecimal.valueOf(requiredAfter)))
                        .multiply(BigDecimal.valueOf(POINTS))
                        .divide(
                                BigDecimal.valueOf(requiredBefore).multiply(BigDecimal.valueOf(requiredAfter)),
                                DIGITS,
                                RoundingMode.HALF_EVEN);
    }

    /** Whether it is more than a limit allows, by points or by people. */
    public boolean exceeds(Limit limit) {
        boolean judged = Math.min(requiredBefore, requiredAfter) >= Math.max(1, limit.leastRequired());
        return uncovered() > limit.people()
                || judged && exact().negate().movePointRight(2).compareTo(BigDecimal.valueOf(limit.hundredths())) > 0;
    }
}
