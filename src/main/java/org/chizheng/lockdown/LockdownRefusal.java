package org.chizheng.lockdown;

import org.chizheng.common.Reason;

/** Why something about the locked browser is refused. The page of the examination knows LOCKED_BROWSER_NEEDED. */
public enum LockdownRefusal implements Reason {
    LOCKED_BROWSER_NEEDED(403),
    ALREADY_STARTED(409),
    NOT_FOR_REHEARSALS(409),
    NOTHING_TO_WAIVE(409),
    EXAM_KEY_INVALID(400),
    TOO_MANY_EXAM_KEYS(400),
    QUIT_PASSWORD_WEAK(400),
    REASON_MISSING(400);

    private final int status;

    LockdownRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
