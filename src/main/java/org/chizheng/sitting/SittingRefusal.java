package org.chizheng.sitting;

import org.chizheng.common.Reason;

/** Why the examination does not take something. The page of the examination knows these names. */
public enum SittingRefusal implements Reason {
    NOT_CHECKED_IN,
    NOT_STARTED,
    ROOM_PAUSED,
    PAUSED,
    WRONG_SEAT,
    TOO_LATE,
    STALE_PAGE,
    CLOSED,
    HELD,
    LOCKED,
    SEQUENCE_CONFLICT,
    EXTENSION_INVALID,
    REASON_MISSING,
    ANSWER_INVALID;

    @Override
    public int status() {
        return compareTo(EXTENSION_INVALID) >= 0 ? 400 : 409;
    }
}
