package org.chizheng.message.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long a message waits after each failure: a minute at first, a day at last; after the seventh failure it is given up. */
public final class Pauses {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofDays(1));

    private Pauses() {}

    /** @param failures so far, from 1; @return empty when it is given up */
    public static Optional<Duration> after(int failures) {
        return failures <= PAUSES.size() ? Optional.of(PAUSES.get(failures - 1)) : Optional.empty();
    }
}
