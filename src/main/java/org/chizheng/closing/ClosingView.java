package org.chizheng.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.chizheng.incident.Signatory;

/**
 * A record as it was drawn up; closed once two have signed it.
 *
 * @param facts digest of what it tells, by which is seen whether something changed since
 * @param digest SHA-256 of the bytes, lower-case hexadecimal
 * @param seal signature with the key of the audit log over the digest, Base64; null until it is closed
 * @param keepUntil and videoUntil last days
 */
public record ClosingView(
        UUID id,
        UUID session,
        int number,
        String facts,
        String digest,
        int pages,
        int present,
        int absent,
        int late,
        int incidents,
        String drawnUpBy,
        Instant drawnUpAt,
        Instant closedAt,
        String seal,
        LocalDate keepUntil,
        LocalDate videoUntil,
        List<Signature> signatures) {
    /** Two of the staff, as for an incident. */
    static final int SIGNATURES = 2;

    public ClosingView {
        signatures = List.copyOf(signatures);
    }

    public record Signature(Signatory who, Instant at) {}

    public boolean closed() {
        return closedAt != null;
    }

    public boolean isSignedBy(Signatory who) {
        return signatures.stream().anyMatch(signature -> signature.who().isSame(who));
    }
}
