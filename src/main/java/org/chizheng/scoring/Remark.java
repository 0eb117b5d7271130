package org.chizheng.scoring;

import java.time.Instant;

/**
 * What log, frozen key and corrections give for one result now, beside what is stored.
 *
 * @param storedRaw points as they are stored, storedPassed the verdict
 * @param raw points as they come out now, by the same cut
 * @param lateAnswers that arrived after the end and do not count
 * @param keyFrozenAt when the paper was frozen with its key
 * @param corrections of the key that bear on this paper and were applied
 * @param lastCorrection when the last of them was applied, or null
 */
public record Remark(
        int storedRaw,
        boolean storedPassed,
        int raw,
        boolean passed,
        int cut,
        int lateAnswers,
        Instant keyFrozenAt,
        int corrections,
        Instant lastCorrection) {
    /** Whether the stored score is not what comes out. */
    public boolean differs() {
        return raw != storedRaw;
    }
}
