package org.chizheng.application;

import org.chizheng.common.Reason;

/** Why something about an application cannot be done. */
public enum ApplicationRefusal implements Reason {
    NOT_ELIGIBLE(409),
    ALREADY_OPEN(409),
    WRONG_STATE(409),
    BOOKED(409),
    NOT_UNDERTAKEN(400),
    TRAINING_INCOMPLETE(400),
    PROVIDER_UNKNOWN(400),
    REGION_UNKNOWN(400),
    TOO_LONG(400),
    DOCUMENT_FORM(400),
    DOCUMENT_SIZE(400),
    DOCUMENTS_MANY(409),
    PHOTO_MISSING(409),
    PHOTO_REASON_MISSING(400),
    NOT_READY(409),
    NONE_TICKED(400),
    TOO_MANY_TICKED(400),
    NOTE_MISSING(400),
    RULE_MISSING(400),
    NOT_ON_POST(409),
    ROWS_REFUSED(409),
    FILE_MISSING(400),
    FILE_UNREADABLE(400),
    BAN_INCOMPLETE(400);

    private final int status;

    ApplicationRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
