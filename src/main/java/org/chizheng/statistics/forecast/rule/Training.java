package org.chizheng.statistics.forecast.rule;

/**
 * Hours of training in planned classes beside those that are needed.
 *
 * @param planned hours that classes can give, all their places together
 * @param gap needed and not planned; of a sum the sum of the gaps, because a class of one kind, qualification, city and month is none of another
 */
public record Training(long planned, long gap) {
    public static final Training NONE = new Training(0, 0);

    /** Of first certificates or of renewals: who renews cannot take the place of a beginner. */
    public static Training of(long need, long planned) {
        return new Training(planned, Math.max(0, need - planned));
    }

    public Training plus(Training more) {
        return new Training(planned + more.planned, gap + more.gap);
    }
}
