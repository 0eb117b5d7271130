package org.chizheng.centre;

import org.chizheng.common.Reason;

/** Why something of a centre is not taken. */
public enum CentreRefusal implements Reason {
    CODE_TAKEN(409),
    LABEL_TAKEN(409),
    TOO_MANY_SEATS(400),
    REASON_MISSING(400),
    NETWORK_INVALID(400),
    FINGERPRINT_INVALID(400),
    FINGERPRINT_OFF(409),
    HOURS_INVALID(400),
    DATES_INVALID(400),
    SCOPE_EMPTY(400),
    NUMBER_TAKEN(409),
    SERIAL_TAKEN(409),
    DEVICE_ELSEWHERE(409),
    ALREADY_STAFF(409),
    QUALIFICATION_NEEDED(400);

    private final int status;

    CentreRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
