package org.chizheng.invigilation;

import java.util.List;

/** How many candidates of a room are in which state. silent: under way or paused, and not heard of lately. */
public record RoomCount(int all, long absent, long notBegun, long underWay, long held, long closed, long silent) {
    static RoomCount of(List<Watched> candidates) {
        return new RoomCount(
                candidates.size(),
                count(candidates, "NOT_CHECKED_IN"),
                count(candidates, "NOT_BEGUN"),
                count(candidates, "UNDER_WAY"),
                count(candidates, "HELD"),
                count(candidates, "CLOSED"),
                candidates.stream().filter(Watched::silent).count());
    }

    private static long count(List<Watched> candidates, String state) {
        return candidates.stream().filter(c -> c.state().equals(state)).count();
    }
}
