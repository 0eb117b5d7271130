package org.chizheng.practical;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Where a candidate stands, as an assessor may know it.
 *
 * @param remainingMillis only while the clock runs, never below 0
 * @param assessors who have opened a sheet
 * @param signed who have signed
 * @param outcome null until it is decided, and for whoever has not signed
 */
public record StandView(
        String state, Instant serverTime, Long remainingMillis, int assessors, int signed, Outcome outcome) {
    /** @param sums of the assessors, in the order of their places */
    public record Outcome(BigDecimal points, int cut, boolean vetoed, boolean passed, List<Integer> sums) {
        public Outcome {
            sums = List.copyOf(sums);
        }
    }
}
