package org.chizheng.sitting;

import org.chizheng.common.Reason;

/** Why the examination does not take something. The page of the examination knows these names. */
public enum SittingRefusal implements Reason {
    NOT_CHECKED_IN,
    NOT_STARTED,
    TOO_LATE,
    STALE_PAGE,
    CLOSED,
    HELD,
    SEQUENCE_CONFLICT,
    ANSWER_INVALID;

    @Override
    public int status() {
        return this == ANSWER_INVALID ? 400 : 409;
    }
}
