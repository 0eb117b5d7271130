package org.chizheng.statistics.forecast.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often a part of an examination is passed, by the results that were released.
 *
 * @param least results of which a rate is made
 */
public record PassRate(long results, long passed, long least) {
    /** @throws IllegalArgumentException if more passed than there are results */
    public PassRate {
        if (passed < 0 || passed > results) {
            throw new IllegalArgumentException(passed + " of " + results);
        }
    }

    /** Enough results, and somebody passed. */
    public boolean isKnown() {
        return results >= least && passed > 0;
    }

    /** Per cent with one decimal, rounded down; empty while it is not known. */
    public Optional<BigDecimal> percent() {
        return isKnown()
                ? Optional.of(BigDecimal.valueOf(passed)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(results), 1, RoundingMode.FLOOR))
                : Optional.empty();
    }

    /** Attempts until so many have passed, whoever fails trying again: people ÷ rate, rounded up; as many as people while the rate is not known. */
    public long attempts(long people) {
        return isKnown()
                ? BigDecimal.valueOf(people)
                        .multiply(BigDecimal.valueOf(results))
                        .divide(BigDecimal.valueOf(passed), 0, RoundingMode.CEILING)
                        .longValueExact()
                : people;
    }

    /** The same month by month; rounded once, over all months, so that small months do not each round up. */
    public List<Long> attempts(List<Long> people) {
        List<Long> attempts = new ArrayList<>();
        long sum = 0;
        for (long month : people) {
            attempts.add(attempts(sum + month) - attempts(sum));
            sum += month;
        }
        return attempts;
    }
}
