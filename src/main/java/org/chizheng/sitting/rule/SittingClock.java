package org.chizheng.sitting.rule;

import java.time.Duration;
import java.time.Instant;

/** When a sitting ends. */
public final class SittingClock {
    private SittingClock() {}

    /**
     * The candidate's own start + minutes + extra, and not after the room's start + late window + minutes + extra (rulings 7).
     *
     * @param extra accommodation and credits, added to both bounds
     */
    public static Instant deadline(
            Instant ownStart, Instant roomStart, Duration minutes, Duration lateWindow, Duration extra) {
        Instant own = ownStart.plus(minutes).plus(extra);
        Instant room = roomStart.plus(lateWindow).plus(minutes).plus(extra);
        return own.isBefore(room) ? own : room;
    }

    /** Whether what arrived at that instant counts: up to and including the deadline. */
    public static boolean counts(Instant received, Instant deadline) {
        return !received.isAfter(deadline);
    }
}
