package org.chizheng.goal;

import org.chizheng.common.Reason;

/** Why a goal is not set. */
public enum GoalRefusal implements Reason {
    READING_UNKNOWN(400),
    YEAR_INVALID(400),
    PERSONS_INVALID(400),
    REGION_INVALID(400),
    SPLIT_UNKNOWN(400),
    SOURCE_MISSING(400),
    MORE_THAN_WHOLE(409),
    LESS_THAN_WHOLE(409),
    WEIGHTS_INVALID(400),
    WEIGHTS_NOT_SET(409),
    NO_WHOLE(409);

    private final int status;

    GoalRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
