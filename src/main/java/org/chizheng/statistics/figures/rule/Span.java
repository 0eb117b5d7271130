package org.chizheng.statistics.figures.rule;

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
}
