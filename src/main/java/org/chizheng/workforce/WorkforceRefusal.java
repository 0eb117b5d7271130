package org.chizheng.workforce;

import org.chizheng.common.Reason;

/** Why a fact about people on post is refused. */
public enum WorkforceRefusal implements Reason {
    CREDIT_CODE(400),
    POST_UNKNOWN(404),
    ALREADY_ON_POST(409),
    DATE_INVALID(400),
    CANNOT_LEAVE(409),
    TITLE_INVALID(400),
    CREDIT_CODE_TAKEN(409),
    NAME_INVALID(400),
    NAME_UNPRINTABLE(400),
    SITE_INVALID(400),
    SITE_UNKNOWN(400),
    ABSENCE_INVALID(400),
    WORKER_KIND(400);

    private final int status;

    WorkforceRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
