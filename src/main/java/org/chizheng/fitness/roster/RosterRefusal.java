package org.chizheng.fitness.roster;

import org.chizheng.common.Reason;

/** Why a roster, or one of its rows, is refused. */
public enum RosterRefusal implements Reason {
    FILE_MISSING(400),
    FILE_UNREADABLE(422),
    NO_ROWS(422),
    TOO_MANY_ROWS(413),
    ROWS_REFUSED(409),
    NOT_WAITING(409),
    CELL_UNREADABLE(422),
    CELL_TOO_LONG(422),
    ENTERPRISE_UNKNOWN(422),
    POST_MISSING(422),
    POST_AMBIGUOUS(422),
    QUALIFICATION_UNKNOWN(422),
    DEPARTMENT_UNKNOWN(422),
    PART_TIME_UNKNOWN(422),
    DAY_INVALID(422),
    UNTIL_TOO_EARLY(422),
    NAME_DIFFERS(422),
    TWO_NAMES(422),
    ROW_TWICE(422),
    PERIODS_OVERLAP(422);

    private final int status;

    RosterRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
