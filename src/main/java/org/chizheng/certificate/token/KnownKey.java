package org.chizheng.certificate.token;

import java.time.Instant;

/**
 * A key of the history.
 *
 * @param signsUntil when another key took its place, or null while it signs; what it signed stays good
 * @param compromisedAt since when others may have had it, or null
 */
public record KnownKey(PublicKey key, Purpose purpose, Instant activeFrom, Instant signsUntil, Instant compromisedAt) {
    public boolean isCompromised() {
        return compromisedAt != null;
    }
}
