package org.chizheng.appeal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a recheck compares, as it was at the time. Every figure comes from the record; none is typed.
 *
 * @param receipt HOLDS when the stored record is the one that was receipted or signed; LOG_ALTERED, NOT_SIGNED, UNKNOWN or MARKS_ALTERED when it is not
 * @param digest of the log, as receipted; with answers, late, key and corrections of the theory alone
 * @param answers that the receipt counts, late those that came after the end
 * @param keyFrozenAt when the key was frozen with the paper, corrections how many were laid over it since
 * @param storedRaw the score as it stands, raw as it comes out now
 * @param movedSince whether the result has moved since the recheck was asked for
 * @param assessed of the practical alone, else null
 */
public record Compared(
        String receipt,
        String receiptNumber,
        String digest,
        int answers,
        int late,
        Instant keyFrozenAt,
        int corrections,
        Instant lastCorrection,
        BigDecimal storedRaw,
        boolean storedPassed,
        BigDecimal raw,
        boolean passed,
        int cut,
        boolean movedSince,
        Assessed assessed) {
    /**
     * The marks of a practical.
     *
     * @param session and candidate where marks and photos are seen step by step
     * @param threshold the most points that two may differ by before a third is called
     * @param storedVetoed whether a veto item stands in the result, vetoed whether one does by the marks
     */
    public record Assessed(
            UUID session,
            UUID candidate,
            List<Marked> sheets,
            int threshold,
            int photos,
            boolean storedVetoed,
            boolean vetoed) {
        public Assessed {
            sheets = List.copyOf(sheets);
        }
    }

    /** One assessor's sheet; signed: points as signed, counted: what its marks add up to, holds: taps, marks and signature are the same. */
    public record Marked(int place, int signed, int counted, boolean vetoed, boolean holds) {}

    public boolean recordHolds() {
        return "HOLDS".equals(receipt);
    }

    public boolean differs() {
        boolean verdict = assessed != null && (passed != storedPassed || assessed.vetoed() != assessed.storedVetoed());
        return verdict || raw.compareTo(storedRaw) != 0;
    }
}
