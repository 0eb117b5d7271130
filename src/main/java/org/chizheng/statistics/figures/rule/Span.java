package org.chizheng.statistics.figures.rule;

import java.time.LocalDate;
import java.util.Collection;

/**
 * Days from one on until before another.
 *
 * @param from first day, counted from 1970-01-01
 * @param until first day no longer in it, {@link #FOREVER} when there is none
 */
public record Span(int from, int until) {
    public static final int FOREVER = Integer.MAX_VALUE;

    public boolean holds(int day) {
        return from <= day && day < until;
    }

    /** The first day in it and the first no longer in it. */
    void turn(Collection<Integer> turns) {
        turns.add(from);
        turns.add(until);
    }

    /** First day after so many months; the last day of a shorter month stands for a day that it does not have. */
    static int monthsAfter(int day, int months) {
        return Math.toIntExact(LocalDate.ofEpochDay(day).plusMonths(months).toEpochDay());
    }
}
