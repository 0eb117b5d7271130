package org.chizheng.practical;

import java.math.BigDecimal;
import java.util.List;

/**
 * A practical as it comes out again of what its assessors signed.
 *
 * @param stored the result as it stands
 * @param sheets that were signed, in the order of their places
 * @param threshold the most points that two may differ by before a third is called
 * @param holds every sheet is what was signed, and together they decide; when not, points, vetoed and passed are those that stand
 */
public record PracticalRemark(
        PracticalResultView stored,
        List<Sheet> sheets,
        int threshold,
        boolean holds,
        BigDecimal points,
        boolean vetoed,
        boolean passed) {
    public PracticalRemark {
        sheets = List.copyOf(sheets);
    }

    /**
     * One assessor's sheet.
     *
     * @param signed points as the signature has them, counted those that its marks add up to
     * @param vetoed a veto item was met
     * @param holds taps, marks and signature are the same
     */
    public record Sheet(int place, String assessor, int signed, int counted, boolean vetoed, boolean holds) {}

    /** The same of a practical that counts nothing by a decision on an incident. */
    PracticalRemark zeroed() {
        return new PracticalRemark(stored, sheets, threshold, holds, BigDecimal.ZERO, vetoed, false);
    }

    public boolean differs() {
        return points.compareTo(stored.points()) != 0 || vetoed != stored.vetoed() || passed != stored.passed();
    }
}
