package org.chizheng.paper.rule;

import java.util.List;

import org.chizheng.paper.rule.PaperAssembler.Want;

/**
 * What lies in the papers of one cell.
 *
 * @param cell all its items
 * @param items by paper and place
 */
record Hand(Want want, List<PoolItem> cell, PoolItem[][] items) {
    Hand(Want want, List<PoolItem> cell, int papers) {
        this(want, List.copyOf(cell), new PoolItem[papers][want.items()]);
    }

    /** So many items two papers share because the cell has no others. */
    int forced() {
        return Math.max(0, 2 * want.items() - cell.size());
    }
}
