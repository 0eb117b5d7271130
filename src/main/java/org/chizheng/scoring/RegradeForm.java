package org.chizheng.scoring;

import java.util.List;

/**
 * What an officer filled in to open a regrade, as it was typed.
 *
 * @param item code of the item
 * @param revision number of the revision that stood in papers
 * @param right places of the options that are right now, in the order of the revision, from 0
 * @param source the document that says what is right
 */
public record RegradeForm(
        String item, int revision, String remedy, List<Integer> right, String effect, String reason, String source) {
    public RegradeForm {
        right = right == null ? List.of() : List.copyOf(right);
    }

    /** Whether the option at the place was chosen. */
    public boolean chose(Integer place) {
        return right.contains(place);
    }
}
