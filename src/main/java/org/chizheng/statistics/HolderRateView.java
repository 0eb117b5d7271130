package org.chizheng.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The rate of a region and of the regions below it, as of a day and as known at an instant. */
public record HolderRateView(LocalDate asOf, Instant knownAt, RateView total, List<RateView> rows) {}
