package org.chizheng.statistics.forecast.rule;

import java.util.List;

import org.chizheng.statistics.figures.rule.Counts;

/** How the requirements of a city and qualification stand at the first day of months in a row if nothing is done. */
public record Course(List<Counts> points) {
    /** @throws IllegalArgumentException unless there are two points or more */
    public Course {
        points = List.copyOf(points);
        if (points.size() < 2) {
            throw new IllegalArgumentException("a course has a beginning and an end");
        }
    }

    public int months() {
        return points.size() - 1;
    }

    /** Required and not held at a point, those in grace included: 0 is the beginning, the last one the end of the last month. */
    public long open(int point) {
        return open(points.get(point));
    }

    /** Required and not held. */
    public static long open(Counts counts) {
        return counts.required() - counts.covered();
    }

    /** Of a month, from 0. */
    public Flow flow(int month) {
        Counts before = points.get(month);
        Counts after = points.get(month + 1);
        long more = open(after) - open(before);
        long lapses = Math.max(0, Math.min(more, before.covered() - after.covered()));
        return new Flow(
                lapses, Math.max(0, more) - lapses, Math.max(0, -more), Math.max(0, before.grace() - after.grace()));
    }
}
