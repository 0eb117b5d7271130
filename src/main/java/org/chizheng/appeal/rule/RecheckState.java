package org.chizheng.appeal.rule;

/** Where a recheck stands. A recheck is asked for, proposed by one and decided by another; an appeal against the outcome goes the same way, and when it is granted a new round begins. */
public enum RecheckState {
    ASKED,
    PROPOSED,
    UPHELD,
    CHANGED,
    APPEALED,
    APPEAL_PROPOSED,
    DISMISSED;

    /** Somebody of the staff has to act. */
    public boolean waits() {
        return this == ASKED || this == PROPOSED || isAppeal();
    }

    /** The appeal waits, and not the recheck. */
    public boolean isAppeal() {
        return this == APPEALED || this == APPEAL_PROPOSED;
    }

    /** An outcome was proposed and waits for the second person. */
    public boolean isProposed() {
        return this == PROPOSED || this == APPEAL_PROPOSED;
    }

    /** There is an outcome that the candidate may appeal against, within its time. */
    public boolean mayBeAppealed() {
        return this == UPHELD || this == CHANGED;
    }
}
