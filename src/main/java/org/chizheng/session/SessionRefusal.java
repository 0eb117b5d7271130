package org.chizheng.session;

import org.chizheng.common.Reason;

/** Why something at a session cannot be done. */
public enum SessionRefusal implements Reason {
    NO_BLUEPRINT,
    ROOM_UNKNOWN,
    ROOM_FULL,
    NOT_REHEARSED,
    REHEARSAL,
    WRONG_STATE,
    ALREADY_ENROLLED,
    TICKET_UNKNOWN,
    ALREADY_CHECKED_IN,
    PUBLIC_VALUE_MISSING,
    TOO_YOUNG,
    TOO_OLD,
    BANNED,
    NO_ATTEMPT_LEFT,
    TOO_LATE,
    TICKET_OR_NUMBER_WRONG;

    @Override
    public int status() {
        return 409;
    }
}
