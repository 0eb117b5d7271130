package org.chizheng.account;

import org.chizheng.common.Reason;

/** Why an account is not opened. None of them tells whether a person is known. */
public enum AccountRefusal implements Reason {
    NOT_MOBILE(400),
    CODE_WRONG(400),
    CODE_OVER(409),
    TOO_OFTEN(429),
    TOO_OFTEN_TODAY(429);

    private final int status;

    AccountRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
