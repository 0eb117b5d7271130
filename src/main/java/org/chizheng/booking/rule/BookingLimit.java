package org.chizheng.booking.rule;

import java.time.Duration;
import java.time.Instant;

/**
 * How often and until when a candidate may change a place, by the policy of the application. Giving a place back counts as a change, since another one can be booked after it.
 *
 * @param moves how often a place may be exchanged for another, at least 0
 * @param closesHours hours before the start from which nothing is booked, moved or given back, at least 0
 */
public record BookingLimit(int moves, int closesHours) {
    /** @param changes places moved or given back so far */
    public boolean mayMove(int changes) {
        return changes < moves;
    }

    /** Whether one without a place may book. */
    public boolean mayBook(int changes) {
        return changes <= moves;
    }

    public int movesLeft(int changes) {
        return Math.max(0, moves - changes);
    }

    /** From this instant on all stays as it is. */
    public Instant closes(Instant startsAt) {
        return startsAt.minus(Duration.ofHours(closesHours));
    }

    public boolean isOpen(Instant startsAt, Instant now) {
        return now.isBefore(closes(startsAt));
    }
}
