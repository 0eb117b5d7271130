package org.chizheng.booking;

import org.chizheng.common.Reason;

/** Why a place cannot be taken, moved or given back, or somebody cannot be put on duty. */
public enum BookingRefusal implements Reason {
    NOT_OPEN,
    OTHER_QUALIFICATION,
    FULL,
    ALREADY_BOOKED,
    NOT_BOOKED,
    SAME_SESSION,
    CLOSED,
    NO_MOVES_LEFT,
    CONFLICT,
    BUSY,
    NOT_FULL,
    ALREADY_WAITING,
    NOT_WAITING,
    NOBODY_CHOSEN,
    NOTHING_CHOSEN,
    PLAN_CHANGED,
    DUTY_LINKED,
    DUTY_ELSEWHERE,
    DUTY_NOT_QUALIFIED,
    DUTY_OVER;

    @Override
    public int status() {
        return 409;
    }
}
