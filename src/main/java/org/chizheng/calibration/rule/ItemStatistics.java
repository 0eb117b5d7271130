package org.chizheng.calibration.rule;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Classical statistics of an item. The rest score is the share, 0 to 1, of the candidate's other items that were answered
 * right.
 *
 * @param responses candidates who were shown the item
 * @param facility share of right answers; empty without a response
 * @param pointBiserial correlation of the item with the rest score; empty if either does not vary
 * @param discrimination facility among the upper less that among the lower 27 per cent by rest score (Kelley 1939); empty for
 *     fewer than four responses
 * @param right those who answered right
 * @param options those who chose each option, alone or with others, in the order of the options
 * @param answers those who chose exactly these options, as far as there are any
 */
public record ItemStatistics(
        int item,
        long responses,
        OptionalDouble facility,
        OptionalDouble pointBiserial,
        OptionalDouble discrimination,
        Chosen right,
        List<Chosen> options,
        List<Chosen> answers) {

    /**
     * Candidates who answered in one way.
     *
     * @param options bit 0 for the first
     * @param share of all who were shown the item; empty if nobody was
     * @param rest mean rest score; empty if there are no such candidates
     * @param restError standard error of that mean; empty for fewer than two
     * @param upper share of the upper 27 per cent; empty for fewer than four responses
     */
    public record Chosen(
            int options,
            long times,
            OptionalDouble share,
            OptionalDouble rest,
            OptionalDouble restError,
            OptionalDouble upper) {}
}
