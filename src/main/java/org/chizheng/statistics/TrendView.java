package org.chizheng.statistics;

import java.time.LocalDate;
import java.util.List;

/** The rate of a region on the first days of months, in their order. */
public record TrendView(LocalDate asOf, String code, String zh, String en, List<Month> months) {

    /** The first day of a month. @param ahead it is after the day of the figure: what the rate comes to if nothing is done */
    public record Month(LocalDate day, boolean ahead, RateView rate) {}
}
