package org.chizheng.verification.scan;

import java.time.Instant;
import java.util.UUID;

/** One check. certificate: null when there was none to find; network: keyed index of the checker's network; enterprise: whose account asked, null for the public. */
public record Scan(UUID certificate, String resultClass, Via via, byte[] network, UUID enterprise, Instant at) {
    /** By which door. GATE: reported afterwards by a gate that checked without a network. */
    public enum Via {
        PAGE,
        DOOR,
        TOKEN,
        DOCUMENT,
        GATE,
        BULK
    }

    /** A code or a claim that this authority never gave out. */
    boolean isGuess() {
        return certificate == null;
    }
}
