package org.chizheng.statistics;

import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.statistics.rule.HolderRate;
import org.chizheng.statistics.rule.TileMap;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A rate as it is told to a reader; everything is null where the cell is hidden.
 *
 * @param percent null also where nothing is required
 * @param percentWithoutGrace those in grace left out of the denominator; null also where nobody else is required
 * @param hidden too few people for a reader from outside, or one by which such a cell could be found
 */
public record ToldRate(
        Long numerator, Long denominator, Long grace, String percent, String percentWithoutGrace, boolean hidden) {
    static ToldRate of(Counts counts, boolean hidden) {
        return hidden
                ? new ToldRate(null, null, null, null, null, true)
                : new ToldRate(
                        counts.covered(),
                        counts.required(),
                        counts.grace(),
                        HolderRates.percent(counts.covered(), counts.required()),
                        HolderRates.percent(counts.covered(), counts.required() - counts.grace()),
                        false);
    }

    /** The class of the tile. */
    @JsonIgnore
    public String getShade() {
        return hidden
                ? "HIDDEN"
                : TileMap.band(new HolderRate(numerator, denominator)).name();
    }
}
