package org.chizheng.incident;

import org.chizheng.common.Reason;

/** Why an incident cannot be recorded or go on. */
public enum IncidentRefusal implements Reason {
    CLASS_UNKNOWN(400),
    CANDIDATE_MISSING(400),
    ACCOUNT_LENGTH(400),
    TIME_INVALID(400),
    SESSION_NOT_BEGUN,
    WITHDRAWN,
    FILE_MISSING(400),
    FILE_TYPE(415),
    FILE_SIZE(413),
    EVIDENCE_CLOSED,
    EVIDENCE_FULL,
    NOTE_LENGTH(400),
    VIDEO_INCOMPLETE(400),
    ALREADY_SIGNED,
    SIGNED_BY_TWO,
    NOT_SIGNED_BY_TWO,
    NO_BREACH,
    ALREADY_INFORMED,
    NOT_INFORMED,
    REMARK_MISSING(400),
    STATEMENT_LENGTH(400),
    HAND_IN_IT,
    ALREADY_DECIDED,
    EFFECT_NOT_ALLOWED(400),
    WHOLE_NEEDS_ZERO(400),
    REASONS_LENGTH(400),
    APPEAL_TOO_LATE,
    NOTHING_TO_APPEAL,
    ALREADY_APPEALED,
    NO_APPEAL,
    APPEAL_HARSHER,
    NO_TIME_LOST,
    ALREADY_CREDITED,
    NOBODY_UNDER_WAY,
    REASON_LENGTH(400);

    private final int status;

    IncidentRefusal() {
        this(409);
    }

    IncidentRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
