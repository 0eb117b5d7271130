package org.chizheng.statistics;

/** A region's rate; percent is null where nothing is required. grace is shown beside, never subtracted. */
public record RateView(
        String code, String zh, String en, long numerator, long denominator, String percent, long grace) {}
