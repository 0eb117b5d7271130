package org.chizheng.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The rate of a region and of the regions below it, as of a day and as known at an instant.
 *
 * @param ahead what the rate comes to if nothing is done; empty for what was known earlier
 */
public record HolderRateView(LocalDate asOf, Instant knownAt, RateView total, List<RateView> rows, List<Ahead> ahead) {

    /** So many days after the day of the figure. */
    public record Ahead(int days, LocalDate day, RateView rate) {}

    /** For the page's picture only. */
    @JsonIgnore
    public List<FunnelStep> getSteps() {
        return FunnelStep.of(total, ahead);
    }

    /** For the page's map only; what programs are told stands in the rows. */
    @JsonIgnore
    public List<TileView> getTiles() {
        return TileView.of(rows);
    }
}
