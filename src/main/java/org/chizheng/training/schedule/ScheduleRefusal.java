package org.chizheng.training.schedule;

import org.chizheng.common.Reason;

/** Why a planned class is not taken. */
public enum ScheduleRefusal implements Reason {
    REGION_UNKNOWN(400),
    QUALIFICATION_UNKNOWN(400),
    KIND_UNKNOWN(400),
    DATES_INVALID(400),
    HOURS_INVALID(400),
    PLACES_INVALID(400),
    PLANNED_ALREADY(409),
    NOT_TO_CANCEL(409),
    REASON_MISSING(400),
    CELL_UNREADABLE(400),
    FILE_MISSING(400),
    FILE_UNREADABLE(400),
    NO_ROWS(400);

    private final int status;

    ScheduleRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
