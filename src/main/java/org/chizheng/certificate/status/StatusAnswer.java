package org.chizheng.certificate.status;

import java.util.Optional;

/** @param list for FRESH and STALE; empty otherwise */
public record StatusAnswer(Outcome outcome, Optional<StatusList> list) {
    /** What was found. */
    public enum Outcome {
        /** Signed by us and not expired. */
        FRESH,
        /** Signed by us, but expired: newer states may be missing. */
        STALE,
        /** Signed by us, but not the list that was asked for. */
        OTHER_LIST,
        SIGNATURE_WRONG,
        /** Names no key of ours for status lists. */
        UNKNOWN_KEY,
        /** Signed by a key that others may have. */
        KEY_COMPROMISED,
        /** No status list. */
        UNREADABLE
    }

    static StatusAnswer without(Outcome outcome) {
        return new StatusAnswer(outcome, Optional.empty());
    }
}
