package org.chizheng.closing.rule;

import java.time.Instant;

/** What became of an enrolled candidate. UNMARKED, NOT_BEGUN and SITTING keep the room open. */
public enum Attendance {
    PRESENT,
    LATE,
    NO_SHOW,
    TOO_LATE,
    TURNED_AWAY,
    LEFT,
    UNMARKED,
    NOT_BEGUN,
    SITTING;

    /**
     * What is known of a candidate; null is what did not happen.
     *
     * @param absence NO_SHOW, TOO_LATE, TURNED_AWAY or LEFT, as the staff marked it
     */
    public record Known(Instant checkedInAt, Instant beganAt, Instant closedAt, String absence) {}

    /** @param startedAt when the room was started, null if it never was: who was checked in later is late */
    public static Attendance of(Known known, Instant startedAt) {
        if (known.checkedInAt() == null) {
            boolean marked = known.absence() != null && !LEFT.name().equals(known.absence());
            return marked ? valueOf(known.absence()) : UNMARKED;
        }
        if (known.beganAt() == null) {
            return LEFT.name().equals(known.absence()) ? LEFT : NOT_BEGUN;
        }
        if (known.closedAt() == null) {
            return SITTING;
        }
        return startedAt != null && known.checkedInAt().isAfter(startedAt) ? LATE : PRESENT;
    }

    /** Whether the record can be drawn up with it. */
    public boolean settled() {
        return compareTo(UNMARKED) < 0;
    }

    /** Sat, in time or late. */
    public boolean sat() {
        return this == PRESENT || this == LATE;
    }
}
