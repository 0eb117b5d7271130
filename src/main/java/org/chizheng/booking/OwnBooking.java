package org.chizheng.booking;

import java.time.Instant;
import java.util.List;

/**
 * One accepted application as its candidate sees it.
 *
 * @param place the session in which there is a place, or null
 * @param changeable whether the place can still be moved or given back
 * @param closes until when; null without a place
 * @param movesLeft how often it can still be exchanged
 * @param bookable whether one without a place may book
 * @param choices sessions that could be booked, the nearest first
 */
public record OwnBooking(
        Seeker seeker,
        OpenSession place,
        boolean changeable,
        Instant closes,
        int movesLeft,
        boolean bookable,
        List<Choice> choices) {
    public OwnBooking {
        choices = List.copyOf(choices);
    }

    /** barred: somebody on duty there is linked to the candidate; waits: the candidate waits for a place in it. */
    public record Choice(OpenSession session, String countyZh, String countyEn, boolean barred, boolean waits) {}
}
