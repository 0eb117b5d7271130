package org.chizheng.invigilation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One candidate of a room as the invigilator sees it. state is NOT_CHECKED_IN, NOT_BEGUN, UNDER_WAY, HELD or CLOSED; what is not known yet is null. waived: let off the locked browser. */
public record Watched(
        UUID enrolment,
        String ticket,
        String name,
        String seat,
        UUID sitting,
        String state,
        int answered,
        int notes,
        Integer minutesLeft,
        Instant lastSeenAt,
        boolean silent,
        boolean waived,
        List<Gap> gaps) {
    /** A silence of the page that has not been credited; seconds of it. */
    public record Gap(Instant from, long seconds) {}
}
