package org.chizheng.statistics.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Requirements covered by a valid certificate ÷ all requirements of people on post (domain rules §7). */
public record HolderRate(long numerator, long denominator) {
    public HolderRate {
        if (numerator < 0 || denominator < numerator) {
            throw new IllegalArgumentException(numerator + " of " + denominator);
        }
    }

    /** Per cent with two decimals, rounded down, so that 99.999 % never prints as 100 %; empty when nothing is required. */
    public Optional<BigDecimal> percent() {
        if (denominator == 0) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(numerator)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.FLOOR));
    }
}
