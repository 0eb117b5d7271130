package org.chizheng.statistics.desk.rule;

/**
 * Whether a city differs from what the province's rates give for its mix by more than chance: limits of 95 % and 99.8 % as in a funnel plot (Spiegelhalter, Statistics in Medicine 24 (2005) 1185),
 * by the exact binomial distribution. The order is the worst first.
 */
public enum Verdict {
    /** Outside the limits of 99.8 %: of a thousand cities that are like the province, one would be here by chance. */
    FAR_BELOW,
    /** Outside those of 95 %: of forty, one. */
    BELOW,
    /** Not to be told from chance, so not ranked. */
    WITHIN,
    ABOVE,
    FAR_ABOVE,
    /** Nothing is required. */
    NOTHING;

    public static final double WARNING = 0.025;
    public static final double ALARM = 0.001;

    /**
     * Of the covered among the required.
     *
     * @param expected covered, as the province's rates give for the city's mix
     */
    public static Verdict of(long required, long covered, double expected) {
        if (required == 0) {
            return NOTHING;
        }
        BinomialTail chance = tail(required, expected);
        double fewer = chance.atMost(covered);
        double more = chance.atLeast(covered);
        if (fewer <= WARNING) {
            return fewer <= ALARM ? FAR_BELOW : BELOW;
        }
        if (more <= WARNING) {
            return more <= ALARM ? FAR_ABOVE : ABOVE;
        }
        return WITHIN;
    }

    /** Rounding may leave a sum of shares a hair outside. */
    static BinomialTail tail(long required, double expected) {
        return new BinomialTail(required, Math.min(1, Math.max(0, expected / required)));
    }

    /** Worse or better by more than chance: only those have a rank. */
    public boolean ranked() {
        return this != WITHIN && this != NOTHING;
    }
}
