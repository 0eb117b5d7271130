package org.chizheng.goal.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A part of a whole, both at least 0; of a goal more can be done than it asks for. */
public record Share(long part, long whole) {
    public Share {
        if (part < 0 || whole < 0) {
            throw new IllegalArgumentException(part + " of " + whole);
        }
    }

    public Share plus(Share other) {
        return new Share(part + other.part, whole + other.whole);
    }

    /** Per cent with two decimals, rounded down, so that 99.999 % never prints as 100 %; empty where nothing is asked for. */
    public Optional<BigDecimal> percent() {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.FLOOR));
    }

    /** Whether at least so many per cent are reached, told by the numbers themselves; nothing is reached where nothing is asked for. */
    public boolean reaches(int percent) {
        return whole > 0
                && BigDecimal.valueOf(part)
                                .movePointRight(2)
                                .compareTo(BigDecimal.valueOf(whole).multiply(BigDecimal.valueOf(percent)))
                        >= 0;
    }
}
