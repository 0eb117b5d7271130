package org.chizheng.statistics.figures.rule;

/**
 * Requirements of people on post.
 *
 * @param grace of those not covered, within the months of grace
 */
public record Counts(long required, long covered, long grace) {
    public static final Counts NONE = new Counts(0, 0, 0);

    /** One requirement that stands so. */
    public static Counts of(Cover cover) {
        return new Counts(1, cover == Cover.HELD ? 1 : 0, cover == Cover.GRACE ? 1 : 0);
    }

    public Counts plus(Counts more) {
        return new Counts(required + more.required, covered + more.covered, grace + more.grace);
    }

    public Counts minus(Counts less) {
        return new Counts(required - less.required, covered - less.covered, grace - less.grace);
    }
}
