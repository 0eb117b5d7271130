package org.chizheng.goal;

import java.time.Instant;

/**
 * A target of a year as it is or was known.
 *
 * @param region 32 for the province, else a city with a target of its own
 * @param split rule by which the province's is split, null for a city's
 * @param until when it was replaced, null while it stands
 */
public record TargetView(
        GoalKind kind,
        int year,
        String region,
        long persons,
        String split,
        String mark,
        String source,
        Instant since,
        Instant until,
        String setBy) {
    public boolean isWhole() {
        return Targets.PROVINCE.equals(region);
    }
}
