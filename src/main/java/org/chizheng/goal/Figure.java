package org.chizheng.goal;

import java.time.LocalDate;
import java.util.OptionalLong;

import org.chizheng.goal.rule.Pace;
import org.chizheng.goal.rule.Share;

/**
 * A goal of some years and how far it is reached. What cannot be told, or not to this reader, is null.
 *
 * @param target persons; the plan is published
 * @param perMonth persons a month so far
 * @param neededPerMonth persons a month from now on to reach the target
 * @param projected persons at the end, if the pace holds
 * @param reachedOn day on which the target is reached, if the pace holds
 */
public record Figure(
        int firstYear,
        int lastYear,
        long target,
        Cell done,
        Long perMonth,
        Long neededPerMonth,
        Long projected,
        LocalDate reachedOn,
        boolean reached,
        boolean over) {
    static Figure of(Pace pace, boolean open) {
        return new Figure(
                pace.first().getYear(),
                pace.last().getYear(),
                pace.target(),
                Cell.of(new Share(pace.done(), pace.target()), open, Share::part),
                open ? orNull(pace.perMonth()) : null,
                open ? orNull(pace.neededPerMonth()) : null,
                open ? orNull(pace.projected()) : null,
                pace.reachedOn().orElse(null),
                pace.reached(),
                pace.over());
    }

    private static Long orNull(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
