package org.chizheng.appeal;

import org.chizheng.common.Reason;

/** Why a recheck or an appeal cannot be asked for, or cannot go on. */
public enum AppealRefusal implements Reason {
    NOT_RELEASED,
    ALREADY_ASKED,
    TOO_LATE,
    WORDS_LENGTH(400),
    OUTCOME_MISSING(400),
    NOT_APPEALABLE,
    CLOSED,
    SAME_PERSON,
    RECORD_BROKEN,
    COMPARED_ANEW;

    private final int status;

    AppealRefusal() {
        this(409);
    }

    AppealRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
