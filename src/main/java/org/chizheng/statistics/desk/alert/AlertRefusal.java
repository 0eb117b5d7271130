package org.chizheng.statistics.desk.alert;

import org.chizheng.common.Reason;

/** Why an alert is not closed. */
public enum AlertRefusal implements Reason {
    WORDS_MISSING(400),
    ENDED(409);

    private final int status;

    AlertRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
