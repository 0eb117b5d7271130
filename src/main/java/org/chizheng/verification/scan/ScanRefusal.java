package org.chizheng.verification.scan;

import org.chizheng.common.Reason;

/** Why an alarm cannot be attended to. */
public enum ScanRefusal implements Reason {
    NOTE_NEEDED(400),
    ALREADY_ATTENDED(409);

    private final int status;

    ScanRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
