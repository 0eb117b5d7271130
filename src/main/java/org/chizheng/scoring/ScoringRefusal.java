package org.chizheng.scoring;

import org.chizheng.common.Reason;

/** Why a result cannot be shown or released, or a regrade cannot go on. */
public enum ScoringRefusal implements Reason {
    NOT_SCORED_YET,
    SITTINGS_OPEN,
    NOTHING_TO_RELEASE,
    ALL_WITHHELD,
    NOT_APPROVED,
    APPROVED_BY_SAME,
    NOTHING_TO_APPROVE,
    ROOM_NOT_CLOSED,
    REMEDY_MISSING(400),
    EFFECT_MISSING(400),
    REASON_LENGTH(400),
    SOURCE_LENGTH(400),
    RIGHT_ONE(400),
    RIGHT_SOME(400),
    OPTIONS_DIFFER,
    NEVER_IN_USE,
    REGRADE_OPEN,
    REGRADE_CLOSED,
    DRY_RUN_STALE,
    ALREADY_SIGNED,
    SIGNED_BY_TWO,
    NOT_SIGNED_BY_TWO,
    STORED_SCORE_DIFFERS;

    private final int status;

    ScoringRefusal() {
        this(409);
    }

    ScoringRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
