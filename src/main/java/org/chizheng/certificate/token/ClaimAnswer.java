package org.chizheng.certificate.token;

import java.util.Optional;

/**
 * What a token proves by itself.
 *
 * @param claim what it says: for GENUINE and KEY_COMPROMISED, for the latter not to be believed without the record; empty otherwise
 * @param kid the key it names, where it can be read
 */
public record ClaimAnswer(Outcome outcome, Optional<Claim> claim, Optional<KeyId> kid) {
    /** What was found, the first that holds from UNREADABLE upwards. */
    public enum Outcome {
        /** Signed by a key of ours, word for word. */
        GENUINE,
        /** Signed by a key that others may have: only the record can say whether we signed it, whatever day it gives. */
        KEY_COMPROMISED,
        /** Not what the key it names has signed, or its address names another certificate. */
        SIGNATURE_WRONG,
        /** Names no key of ours for claims. */
        UNKNOWN_KEY,
        /** No token. */
        UNREADABLE
    }

    static ClaimAnswer without(Outcome outcome) {
        return new ClaimAnswer(outcome, Optional.empty(), Optional.empty());
    }
}
