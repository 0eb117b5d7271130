package org.chizheng.fitness.rule;

/**
 * Why somebody may stand at a post, or may not. The first three are yes; the order of the first two groups is the order in which certificates go before each other. WRONG_ITEM,
 * NO_CERTIFICATE and NAME_DIFFERS are said of the asker's own people only, see ADR 12.
 */
public enum FitReason {
    FIT(Fit.YES),
    EXPIRING(Fit.EXPIRING),
    REVIEW_DUE(Fit.EXPIRING),
    REVOKED(Fit.NO),
    WITHDRAWN(Fit.NO),
    CANCELLED(Fit.NO),
    SUSPENDED(Fit.NO),
    NOT_YET_VALID(Fit.NO),
    REVIEW_OVERDUE(Fit.NO),
    EXPIRED(Fit.NO),
    SUPERSEDED(Fit.NO),
    WRONG_ITEM(Fit.NO),
    NO_CERTIFICATE(Fit.NO),
    NAME_DIFFERS(Fit.NO),
    NOT_FOUND(Fit.NO),
    TOO_MANY_TRIES(Fit.NO),
    ID_INVALID(Fit.NO),
    QUALIFICATION_UNKNOWN(Fit.NO),
    CELL_UNREADABLE(Fit.NO);

    /** The answer in one word. EXPIRING: yes today, and soon no more. */
    public enum Fit {
        YES,
        EXPIRING,
        NO
    }

    private final Fit fit;

    FitReason(Fit fit) {
        this.fit = fit;
    }

    public Fit fit() {
        return fit;
    }
}
