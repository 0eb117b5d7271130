package org.chizheng.goal.register;

import org.chizheng.common.Reason;

/** Why somebody is not entered in a register. The same names stand beside the rows of a list. */
public enum RegisterRefusal implements Reason {
    REGION_UNKNOWN(400),
    REGION_BEYOND(403),
    ORGANISATION_MISSING(400),
    TITLE_MISSING(400),
    SINCE_INVALID(400),
    TEXT_TOO_LONG(400),
    DAY_INVALID(400),
    RELATED_UNKNOWN(400),
    PRACTICE_IN_FUTURE(400),
    ACHIEVED_IN_FUTURE(400),
    LEAVE_INVALID(400),
    LEFT_ALREADY(409),
    TWICE_IN_LIST(409),
    CELL_UNREADABLE(400),
    FILE_MISSING(400),
    FILE_UNREADABLE(400),
    NO_ROWS(400),
    TOO_MANY_ROWS(400);

    private final int status;

    RegisterRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
