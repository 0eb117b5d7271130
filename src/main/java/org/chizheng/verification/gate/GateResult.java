package org.chizheng.verification.gate;

/** What a gate answers; the same names as in its page's {@code verdict.js}. */
public enum GateResult {
    VALID,
    EXPIRING,
    REVIEW_DUE,
    REVIEW_OVERDUE,
    EXPIRED,
    NOT_YET_VALID,
    SUSPENDED,
    REVOKED,
    SUPERSEDED,
    SIGNATURE_WRONG,
    UNKNOWN_KEY,
    KEY_COMPROMISED,
    LIST_TOO_OLD,
    CLOCK_WRONG,
    CHECK_ONLINE,
    NOT_OURS,
    MALFORMED,
    UNREADABLE
}
