package org.chizheng.admission;

import org.chizheng.common.Reason;

/** Why something at the entrance cannot be done. */
public enum AdmissionRefusal implements Reason {
    CODE_UNREADABLE(400),
    NOT_OPEN(409),
    TOO_LATE(409),
    ALREADY_IN(409),
    ALREADY_WAITING(409),
    NOT_WAITING(409),
    PHOTO_MISSING(400),
    REASON_MISSING(400),
    SAME_PERSON(409),
    WITNESS_WRONG(409),
    WITNESS_NEEDED(409),
    WITNESS_NOT_WANTED(409),
    USE_ENTRANCE(409),
    NO_APPLICATION(409),
    SETTLED(409),
    DIRECTIONS_TOO_LONG(400);

    private final int status;

    AdmissionRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
