package org.chizheng.statistics;

import java.time.LocalDate;
import java.util.List;

import org.chizheng.region.RegionView;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The rate of a region by something.
 *
 * @param by code of a dimension
 * @param cities of the province, beside which its rows stand as a table; of any other region none
 */
public record BreakdownView(LocalDate asOf, Place region, String by, List<Place> cities, List<Row> rows) {

    /** A region and its names. */
    public record Place(String code, String zh, String en) {
        static Place of(RegionView region) {
            return new Place(region.code(), region.zh(), region.en());
        }

        /** Where a row of this region stands on its own page. */
        public String link(BreakdownView view, Row row) {
            return "?region=" + code + "&by=" + view.by + "&asOf=" + view.asOf + row.getAnchor();
        }
    }

    /**
     * One item, industry, … of which anything is required.
     *
     * @param code empty where the enterprises have not told it
     * @param cells one for each city, in their order
     */
    public record Row(String code, String zh, String en, ToldRate total, List<ToldRate> cells) {
        /** Where the row stands on a page. */
        @JsonIgnore
        public String getAnchor() {
            return "#row-" + code;
        }

        /** The total, where it is told. */
        @JsonIgnore
        public RateView getRate() {
            return new RateView(
                    code,
                    zh,
                    en,
                    total.numerator(),
                    total.denominator(),
                    total.percent(),
                    total.grace(),
                    total.percentWithoutGrace());
        }
    }

    /** Whether anything is withheld. */
    public boolean hides() {
        return rows.stream()
                .anyMatch(row -> row.total().hidden() || row.cells().stream().anyMatch(ToldRate::hidden));
    }
}
