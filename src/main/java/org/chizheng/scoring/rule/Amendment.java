package org.chizheng.scoring.rule;

import java.util.List;

/**
 * A correction as it bears on one item of one paper and on one result.
 *
 * @param right ids of the options that are right now, ascending; not read when everybody gets the points
 * @param held whether points that were earned before stay
 */
public record Amendment(Remedy remedy, List<String> right, boolean held) {
    public Amendment {
        right = List.copyOf(right);
    }

    /**
     * @param before whether the item was earned before this correction
     * @param answer the last counted answer, null when there is none
     */
    boolean earns(boolean before, String answer) {
        return remedy == Remedy.CREDIT_ALL || ItemScorer.isExactly(right, answer) || held && before;
    }
}
