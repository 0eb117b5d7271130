package org.chizheng.booking;

import java.time.Instant;
import java.util.UUID;

/** A session that can still be booked; waiting: how many wait for a place in it. */
public record OpenSession(
        UUID id,
        String centreZh,
        String centreEn,
        String region,
        String room,
        String qualification,
        Instant startsAt,
        int minutes,
        int seats,
        int enrolled,
        int waiting) {
    /** At least 0. */
    public int free() {
        return Math.max(0, seats - enrolled);
    }

    public boolean isFull() {
        return free() == 0;
    }
}
