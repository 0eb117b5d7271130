package org.chizheng.admission.rule;

import java.time.Duration;
import java.time.Instant;

/** Whether a candidate who stands at the entrance comes in time. Late candidates are let in until the late window after the room's real start is over; while the room has not started, nobody is too late. */
public enum Entry {
    IN_TIME,
    LATE,
    CLOSED;

    /** @param startedAt the room's real start, null before it; @param lateMinutes of the policy, 0 for none */
    public static Entry of(Instant startsAt, Instant startedAt, int lateMinutes, Instant now) {
        if (startedAt != null && now.isAfter(startedAt.plus(Duration.ofMinutes(lateMinutes)))) {
            return CLOSED;
        }
        return now.isAfter(startsAt) ? LATE : IN_TIME;
    }
}
