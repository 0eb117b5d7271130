package org.chizheng.fitness.bulk;

import org.chizheng.common.Reason;

/** Why a bulk check, a key or a webhook is refused. */
public enum BulkRefusal implements Reason {
    FILE_MISSING(400),
    FILE_UNREADABLE(422),
    NO_ROWS(422),
    TOO_MANY_ROWS(413),
    RATE_EXCEEDED(429),
    LABEL_INVALID(400),
    TOO_MANY_KEYS(409),
    URL_INVALID(400),
    ADDRESS_CLOSED(400),
    TOO_MANY_HOOKS(409);

    private final int status;

    BulkRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
