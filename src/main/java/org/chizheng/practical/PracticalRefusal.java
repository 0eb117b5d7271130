package org.chizheng.practical;

import org.chizheng.common.Reason;

/** Why a practical cannot be planned, taken, marked or released. */
public enum PracticalRefusal implements Reason {
    NO_TASKS,
    NO_PRACTICAL,
    STATION_MISSING(400),
    STATION_UNFIT,
    STATION_PLANNED,
    TIMES_INVALID(400),
    NOT_ACCREDITED,
    CENTRE_CLOSED,
    OUTSIDE_HOURS,
    DAY_CANCELLED,
    CANDIDATES_ADMITTED,
    DAY_FULL,
    SLOT_TAKEN,
    BANNED,
    THEORY_MISSING,
    ALREADY_PASSED,
    ATTEMPTS_USED,
    ALREADY_ADMITTED,
    STATION_TAKEN,
    NOT_TODAY,
    WRONG_STATE,
    PLACES_TAKEN,
    OWN_PRACTICAL,
    LINKED,
    SAME_PERSON,
    ASSESSOR_UNKNOWN,
    NOT_QUALIFIED,
    QUALIFICATION_LAPSED,
    ASSESSING_ELSEWHERE,
    ON_DUTY,
    SECOND_ASSESSOR_MISSING,
    SHEET_ELSEWHERE,
    SHEET_SIGNED,
    SHEET_RELEASED,
    BROKEN_OFF,
    MARKED_TO_THE_END,
    ANOTHER_PERSON,
    RESULT_RELEASED,
    CANNOT_GO_ON,
    MARKS_THERE,
    TAP_INVALID(400),
    INCOMPLETE,
    NOT_ALL_ARRIVED,
    PHOTO_FORM(400),
    PHOTOS_ENOUGH,
    CANDIDATES_OPEN,
    NOTHING_TO_RELEASE,
    ALL_WITHHELD,
    REASON_LENGTH(400),
    NOT_RELEASED;

    private final int status;

    PracticalRefusal() {
        this(409);
    }

    PracticalRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
