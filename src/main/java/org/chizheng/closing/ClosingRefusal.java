package org.chizheng.closing;

import org.chizheng.common.Reason;

/** Why a room cannot be closed, or somebody not marked as absent. */
public enum ClosingRefusal implements Reason {
    KIND_UNKNOWN(400),
    REASON_MISSING(400),
    TOO_EARLY,
    HAS_COME,
    HAS_BEGUN,
    SOMETHING_OPEN,
    NOT_DRAWN_UP,
    OUT_OF_DATE,
    STILL_GOOD,
    ALREADY_SIGNED,
    CLOSED;

    private final int status;

    ClosingRefusal() {
        this(409);
    }

    ClosingRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
