package org.chizheng.scoring.rule;

/** Whom a regrade may lower. */
public enum Effect {
    /** 不使考生受损: no released result goes down, since the mistake was the authority's; results not yet released take the remedy as it is. */
    HOLD_HARMLESS,
    /** Up and down alike. */
    FULL;

    /** Whether the points that a result already earned by the item stay with it. */
    public boolean holds(boolean released) {
        return this == HOLD_HARMLESS && released;
    }
}
