package org.chizheng.appeal.rule;

import java.util.Optional;

/** Which outcome of a recheck the comparison leaves. Nobody chooses a score: the record decides it, and people answer for having looked. */
public final class Verdict {
    private Verdict() {}

    /**
     * @param recordHolds the log is the one that was receipted
     * @param differs the stored score is not what log, key and corrections give
     * @param movedSince a correction of the key has moved the result since the recheck was asked for
     * @return empty when the record itself does not hold: then no outcome is possible before that is cleared up
     */
    public static Optional<Outcome> of(boolean recordHolds, boolean differs, boolean movedSince) {
        if (!recordHolds) {
            return Optional.empty();
        }
        return Optional.of(differs || movedSince ? Outcome.CHANGED : Outcome.UPHELD);
    }
}
