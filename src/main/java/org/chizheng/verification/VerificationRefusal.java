package org.chizheng.verification;

import org.chizheng.common.Reason;

/** Why a check is refused. */
public enum VerificationRefusal implements Reason {
    /** Too many numbers that do not exist were asked for from this network. */
    TOO_MANY_GUESSES(429),
    FILE_MISSING(400),
    FILE_TOO_LARGE(413);

    private final int status;

    VerificationRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
