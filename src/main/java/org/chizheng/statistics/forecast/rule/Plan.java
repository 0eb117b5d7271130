package org.chizheng.statistics.forecast.rule;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How many are to be certified in which month, so that nothing is open at the end of the target month and of each month after it. What is open at the beginning is spread evenly
 * over the months up to the target; whatever lapses or is newly required is met in its own month. What falls away by itself is not taken off, since nobody knows in whose place it does.
 *
 * @param shares of what is open at the beginning, by month
 */
public record Plan(Course course, List<Long> shares) {
    public Plan {
        shares = List.copyOf(shares);
    }

    /**
     * @param target months until 100 %, from 1 to those of the course
     * @param first the month from which on, in turn, the shares that are one larger stand; so that small parts of a city do not all come first
     */
    public static Plan of(Course course, int target, int first) {
        return new Plan(course, shares(course.open(0), course.months(), target, first));
    }

    /**
     * Equal shares by largest remainder: all remainders are equal, so that which months are one larger is free.
     *
     * @return a share for each month, 0 after the target; they add up to the whole
     * @throws IllegalArgumentException if the target is none of the months, or the whole is negative
     */
    public static List<Long> shares(long whole, int months, int target, int first) {
        if (target < 1 || target > months || whole < 0) {
            throw new IllegalArgumentException(whole + " until " + target + " of " + months);
        }
        long larger = whole % target;
        return IntStream.range(0, months)
                .mapToObj(month ->
                        month >= target ? 0L : whole / target + (Math.floorMod(month - first, target) < larger ? 1 : 0))
                .toList();
    }

    /** Of a month, from 0. */
    public Certified month(int month) {
        Flow flow = course.flow(month);
        return new Certified(shares.get(month) + flow.coming(), flow.lapses());
    }

    /** Still open at a point if the plan is kept. */
    public long open(int point) {
        long done =
                IntStream.range(0, point).mapToLong(month -> month(month).all()).sum();
        return Math.max(0, course.open(point) - done);
    }
}
