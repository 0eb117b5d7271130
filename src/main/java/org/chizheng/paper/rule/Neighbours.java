package org.chizheng.paper.rule;

/** What papers that follow each other, and so go to seats that follow each other, may share: the only step in which {@link DrawRules} differ. */
interface Neighbours {
    /** Begins to deal a cell; cells are begun one after the other, each once. */
    Deck deck(Hand hand, Draw draw);

    /** How many items of the cell a paper may share with the one before it when it is dealt. */
    int mayShare(Hand hand, int paper);

    /** Whether the paper may take the item from another in exchange for one of its own without sharing too much with the papers next to it. */
    boolean mayTake(Hand hand, PoolItem item, PoolItem own, int paper, int from);
}
