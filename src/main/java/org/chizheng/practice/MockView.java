package org.chizheng.practice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A mock paper that is being answered.
 *
 * @param secondsLeft when the page was made, by the server's clock
 */
public record MockView(UUID id, int total, int answered, Instant deadline, long secondsLeft, List<PlaceView> places) {
    public MockView {
        places = List.copyOf(places);
    }

    public int unanswered() {
        return total - answered;
    }

    /** Minutes left, rounded up. */
    public long minutesLeft() {
        return (secondsLeft + 59) / 60;
    }
}
