package org.chizheng.invigilation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One candidate of a room as the invigilator sees it. state is NOT_CHECKED_IN, NOT_BEGUN, KEPT when held before the start, UNDER_WAY, HELD or CLOSED; what is not known yet is null. answered: items with an answer now, not those that were cleared again. waived: let off the locked browser. */
public record Watched(
        UUID enrolment,
        String ticket,
        String name,
        String seat,
        UUID sitting,
        String state,
        int answered,
        List<Notes> notes,
        Integer minutesLeft,
        Instant lastSeenAt,
        boolean silent,
        boolean waived,
        List<Gap> gaps) {
    /** Whether it is to be resumed rather than paused. */
    public boolean standsStill() {
        return "HELD".equals(state) || "KEPT".equals(state);
    }

    /** Whether somebody is there who can be paused or resumed. */
    public boolean steerable() {
        return !"CLOSED".equals(state) && !"NOT_CHECKED_IN".equals(state);
    }

    /** How often the page told one thing of itself, such as that it was left; see {@link org.chizheng.sitting.PageNote}. */
    public record Notes(String kind, int times) {}

    /** A silence of the page that has not been credited; seconds of it. */
    public record Gap(Instant from, long seconds) {}
}
