package org.chizheng.integrity;

import java.time.Instant;
import java.util.List;

import org.chizheng.scoring.rule.Period;

/**
 * Pass rates of centres against their size.
 *
 * @param period of whole months, of which whole cells are told ({@link org.chizheng.scoring.rule.ToldCells})
 * @param common passed of all scored in per cent, null when nobody was
 * @param centres those with enough candidates, the farthest out first; few: how many are not, since nothing of them is told or they have fewer
 * @param asOf when the newest of the sums was counted, null without any
 */
public record FunnelView(
        Period period,
        String qualification,
        String common,
        long scored,
        List<CentrePlace> centres,
        int few,
        int least,
        FunnelPlot plot,
        Instant asOf) {
    public FunnelView {
        centres = List.copyOf(centres);
    }

    /** How many lie outside the usual limits. */
    public long outside() {
        return centres.stream().filter(CentrePlace::outside).count();
    }

    /** How many would by chance alone, rounded up. */
    public long byChance() {
        return (long) Math.ceil(centres.size() * 0.05);
    }
}
