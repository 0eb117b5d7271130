package org.chizheng.training;

import org.chizheng.common.Reason;

/** Why something about training is not taken. The same names stand beside the rows of a refused list. */
public enum TrainingRefusal implements Reason {
    CREDIT_CODE(400),
    CREDIT_CODE_TAKEN(409),
    NAME_INVALID(400),
    ALREADY_TRAINER(409),
    DATES_INVALID(400),
    QUALIFICATION_UNKNOWN(400),
    KIND_UNKNOWN(400),
    HOURS_INVALID(400),
    CONTENT_MISSING(400),
    PASSED_UNKNOWN(400),
    TRAINER_UNKNOWN(400),
    TRAINER_NOT_THERE(400),
    ENTERPRISE_UNKNOWN(400),
    RECORDED_ALREADY(409),
    CELL_UNREADABLE(400),
    FILE_MISSING(400),
    FILE_UNREADABLE(400),
    NO_ROWS(400),
    TOO_MANY_ROWS(400);

    private final int status;

    TrainingRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
