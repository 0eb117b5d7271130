package org.chizheng.goal.work;

import org.chizheng.common.Reason;

/** Why nothing is done to an item. */
public enum WorkRefusal implements Reason {
    WORDS_MISSING(400),
    NOT_NOW(409);

    private final int status;

    WorkRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
