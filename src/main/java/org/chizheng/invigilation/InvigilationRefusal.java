package org.chizheng.invigilation;

import org.chizheng.common.Reason;

/** Why a command is not carried out. */
public enum InvigilationRefusal implements Reason {
    ACT_MISSING,
    ONE_CANDIDATE,
    NOBODY_CHOSEN,
    CLOSED,
    ROOM_PAUSED,
    REASON_MISSING;

    @Override
    public int status() {
        return this == CLOSED || this == ROOM_PAUSED ? 409 : 400;
    }
}
