package org.chizheng.authoring.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All checks that read one item alone; {@link Duplicates} and {@link SimilarItems} read the others as well. */
public final class ItemRules {
    private ItemRules() {}

    /** In the order of {@link ItemCheck}; a check finds one thing in an item at most. The order of options makes no difference. */
    public static List<Found> of(CheckedItem item, LawEditions laws) {
        List<Found> found = new ArrayList<>(OptionRules.of(item));
        found.addAll(WordingRules.of(item));
        found.addAll(SourceRules.figure(item));
        found.addAll(SourceRules.of(item, laws));
        found.sort(Comparator.comparing(Found::check));
        return found;
    }
}
