package org.chizheng.appeal;

import java.time.Instant;

import org.chizheng.appeal.rule.Outcome;

/** One thing that was done about a recheck; outcome and compared are null where the kind has none. */
public record RecheckStep(
        int number,
        int round,
        String kind,
        Outcome outcome,
        String words,
        Compared compared,
        String actor,
        Instant at) {
    /** By the candidate, and not by the staff. */
    public boolean byCandidate() {
        return kind.equals("ASKED") || kind.equals("APPEALED");
    }
}
