package org.chizheng.scoring;

import org.chizheng.common.Reason;

/** Why a result cannot be shown or released. */
public enum ScoringRefusal implements Reason {
    NOT_SCORED_YET,
    SITTINGS_OPEN,
    NOTHING_TO_RELEASE;

    @Override
    public int status() {
        return 409;
    }
}
