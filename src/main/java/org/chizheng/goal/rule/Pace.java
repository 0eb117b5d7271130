package org.chizheng.goal.rule;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How fast a goal is approached: straight on, at the mean pace from the first day to the day asked for. A month is a twelfth of a year of that many days, so that short months do not
 * look slow. What was done is rounded down, what is needed up.
 *
 * @param target persons, at least 0
 * @param done persons until the end of the day asked for
 * @param first first day on which something counts
 * @param last last such day
 * @param day the day asked for; before the first nothing can be said, after the last it is over
 */
public record Pace(long target, long done, LocalDate first, LocalDate last, LocalDate day) {
    private static final int MONTHS = 12;
    /** Farther than that no date is told. */
    private static final long FARTHEST_DAYS = 36_600;

    public static Pace ofYear(long target, long done, int year, LocalDate day) {
        return new Pace(target, done, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), day);
    }

    private long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    private long elapsed() {
        return Math.max(0, Math.min(days(), ChronoUnit.DAYS.between(first, day) + 1));
    }

    /** Days of a mean month of the period, times twelve. */
    private long yearOfDays() {
        long years = last.getYear() - first.getYear() + 1L;
        return days() / years;
    }

    public boolean reached() {
        return target > 0 && done >= target;
    }

    public boolean over() {
        return day.isAfter(last) || day.equals(last);
    }

    /** Persons a month so far; empty before the first day. */
    public OptionalLong perMonth() {
        long elapsed = elapsed();
        return elapsed == 0
                ? OptionalLong.empty()
                : OptionalLong.of(times(done, yearOfDays(), elapsed * MONTHS, false));
    }

    /** Persons a month from the next day on to reach the target on the last; empty when it is over. */
    public OptionalLong neededPerMonth() {
        long left = days() - elapsed();
        return left == 0
                ? OptionalLong.empty()
                : OptionalLong.of(times(Math.max(0, target - done), yearOfDays(), left * MONTHS, true));
    }

    /** Persons on the last day if the pace holds; empty before the first day. */
    public OptionalLong projected() {
        long elapsed = elapsed();
        return elapsed == 0 ? OptionalLong.empty() : OptionalLong.of(times(done, days(), elapsed, false));
    }

    /** The day on which the target is reached if the pace holds, which may lie after the last; empty where it is reached already, nothing was done, or a century would not do. */
    public Optional<LocalDate> reachedOn() {
        long elapsed = elapsed();
        if (elapsed == 0 || done == 0 || done >= target) {
            return Optional.empty();
        }
        long needed = times(target, elapsed, done, true);
        return needed > FARTHEST_DAYS ? Optional.empty() : Optional.of(first.plusDays(needed - 1));
    }

    private static long times(long value, long factor, long divisor, boolean up) {
        BigInteger[] quotient = BigInteger.valueOf(value)
                .multiply(BigInteger.valueOf(factor))
                .divideAndRemainder(BigInteger.valueOf(divisor));
        return quotient[0].longValueExact() + (up && quotient[1].signum() > 0 ? 1 : 0);
    }
}
