package org.chizheng.goal.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which rows of a table are not told, so that nobody can be picked out: those of fewer than so many people, and, where that would hide one alone, the next smallest too, since a
 * single one could be found by taking the others from the total.
 */
public final class SmallCells {
    private SmallCells() {}

    /**
     * @param sizes people in each row
     * @param least below which a row is not told; a row of nobody tells nothing of anybody
     * @return places of the rows that are not told
     */
    public static Set<Integer> hidden(List<Long> sizes, long least) {
        List<Integer> peopled = new ArrayList<>();
        for (int place = 0; place < sizes.size(); place++) {
            if (sizes.get(place) > 0) {
                peopled.add(place);
            }
        }
        peopled.sort(Comparator.comparing(sizes::get));
        Set<Integer> hidden = new HashSet<>();
        for (int place : peopled) {
            if (sizes.get(place) < least || hidden.size() == 1) {
                hidden.add(place);
            }
        }
        return hidden;
    }
}
