package org.chizheng.scoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.chizheng.scoring.rule.Tally;

/** A dry run of a regrade as it was kept, with who signed it. unscored: sittings that are closed or under way without a result; they will be scored with the correction. */
public record DryRun(
        UUID id,
        int number,
        String by,
        Instant at,
        String digest,
        int unscored,
        Tally tally,
        List<Signature> signatures) {
    public DryRun {
        signatures = List.copyOf(signatures);
    }

    /** Who signed, as first or second. */
    public record Signature(String signer, Instant at) {}

    public boolean isSignedBy(String name) {
        return signatures.stream().anyMatch(signature -> signature.signer().equals(name));
    }

    /** By two different people; the database knows no third. */
    public boolean isSigned() {
        return signatures.size() == 2;
    }
}
