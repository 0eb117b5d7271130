package org.chizheng.session;

import org.chizheng.common.Reason;

/** Why something at a session cannot be done. */
public enum SessionRefusal implements Reason {
    NO_BLUEPRINT,
    ROOM_UNKNOWN,
    ROOM_FULL,
    NOT_REHEARSED,
    ROOM_OUT_OF_SERVICE,
    NOT_ACCREDITED,
    CENTRE_CLOSED,
    OUTSIDE_HOURS,
    ROOM_TAKEN,
    REHEARSAL,
    WRONG_STATE,
    ALREADY_ENROLLED,
    ELSEWHERE,
    PLACE_IN_USE,
    TICKET_UNKNOWN,
    ALREADY_CHECKED_IN,
    NOT_SEATED,
    SEAT_UNKNOWN,
    SEAT_TAKEN,
    PUBLIC_VALUE_MISSING,
    TOO_YOUNG,
    TOO_OLD,
    BANNED,
    BARRED,
    NO_ATTEMPT_LEFT,
    TOO_LATE,
    TICKET_OR_NUMBER_WRONG;

    @Override
    public int status() {
        return 409;
    }
}
