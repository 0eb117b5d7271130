package org.chizheng.fitness.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a message that did not arrive is sent again: after half a minute, then each time twice as long, an hour at most, within a day of its making. */
public final class Retry {
    /** From then on a message is given up, and a webhook to which nothing arrived in all that time is switched off. */
    public static final Duration PATIENCE = Duration.ofDays(1);

    private static final int FIRST_SECONDS = 30;
    private static final int LONGEST_SECONDS = 3600;

    private Retry() {}

    /** @param attempts that have failed, from 1; @return empty when it is given up */
    public static Optional<Instant> next(Instant made, Instant now, int attempts) {
        long seconds = Math.min(LONGEST_SECONDS, FIRST_SECONDS * (1L << Math.min(attempts - 1, 20)));
        return isOver(made, now) ? Optional.empty() : Optional.of(now.plusSeconds(seconds));
    }

    public static boolean isOver(Instant since, Instant now) {
        return !now.isBefore(since.plus(PATIENCE));
    }
}
