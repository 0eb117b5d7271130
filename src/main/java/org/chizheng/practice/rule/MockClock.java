package org.chizheng.practice.rule;

import java.time.Duration;
import java.time.Instant;

/** The time of a mock paper; the server's clock decides, as in the examination. */
public final class MockClock {
    private MockClock() {}

    /** The examination's time in proportion to the number of items, rounded up to the minute. */
    public static int minutes(int examMinutes, int items, int examItems) {
        return (examMinutes * items + examItems - 1) / examItems;
    }

    /** Whether what arrived at that instant counts: up to and including the deadline. */
    public static boolean counts(Instant received, Instant deadline) {
        return !received.isAfter(deadline);
    }

    /** Whole seconds that are left, rounded up; 0 at the deadline and after it. */
    public static long secondsLeft(Instant now, Instant deadline) {
        return Math.max(0, Duration.between(now, deadline).plusMillis(999).toSeconds());
    }
}
