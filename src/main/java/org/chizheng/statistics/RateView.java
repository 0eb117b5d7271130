package org.chizheng.statistics;

/**
 * A rate of a region, an enterprise or a post.
 *
 * @param percent those in grace count as open; null where nothing is required
 * @param grace those of the denominator who are in grace and not covered
 * @param percentWithoutGrace those in grace are left out of the denominator; null where nobody else is required
 */
public record RateView(
        String code,
        String zh,
        String en,
        long numerator,
        long denominator,
        String percent,
        long grace,
        String percentWithoutGrace) {}
