package org.chizheng.authoring;

import org.chizheng.common.Reason;

/** Why a finding cannot be silenced. */
public enum CheckRefusal implements Reason {
    SILENCE_REASON(400),
    FINDING_GONE(409);

    private final int status;

    CheckRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
