package org.chizheng.message;

import org.chizheng.common.Reason;

/** Why something about messages cannot be done. */
public enum MessageRefusal implements Reason {
    MAIL_INVALID(400),
    MAIL_CLOSED(409),
    MAIL_REFUSED(502),
    NOT_GIVEN_UP(409);

    private final int status;

    MessageRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
