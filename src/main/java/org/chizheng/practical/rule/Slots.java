package org.chizheng.practical.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** When the candidates of a day are due: as many at once as there are stations, one after the other, each with the full time. */
public final class Slots {
    private Slots() {}

    /** Every start between the two, in order. @param minutes for one candidate, at least 1 */
    public static List<Instant> starts(Instant first, Instant end, int minutes) {
        int many = (int) (Duration.between(first, end).toMinutes() / minutes);
        return IntStream.range(0, many)
                .mapToObj(index -> first.plus(Duration.ofMinutes((long) minutes * index)))
                .toList();
    }

    /** Starts at which a station is free, in order. @param taken how many are due at each; @param stations at least 1 */
    public static List<Instant> free(List<Instant> starts, Map<Instant, Integer> taken, int stations) {
        return starts.stream()
                .filter(start -> taken.getOrDefault(start, 0) < stations)
                .toList();
    }

    /** How many candidates fit between the two. */
    public static int capacity(Instant first, Instant end, int stations, int minutes) {
        return starts(first, end, minutes).size() * stations;
    }
}
