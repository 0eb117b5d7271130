package org.chizheng.authoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.chizheng.authoring.rule.CheckedItem;
import org.chizheng.authoring.rule.Duplicates;
import org.chizheng.authoring.rule.Found;
import org.chizheng.authoring.rule.ItemCheck;
import org.chizheng.authoring.rule.SimilarItems;

/** A set of items, indexed so that those that ask the same as another item, or nearly, are found without comparing it with all. */
final class Neighbours {
    private final Duplicates duplicates;
    private final SimilarItems similar;

    Neighbours(List<CheckedItem> items) {
        duplicates = new Duplicates(items);
        similar = new SimilarItems(items);
    }

    /** Duplicates first, then near ones, nearest first; of either no more than so many. */
    List<CheckEntry> of(CheckedItem item, int most) {
        Map<CheckedItem, Found> pairs = new LinkedHashMap<>();
        duplicates.of(item).stream()
                .limit(most)
                .forEach(other -> pairs.put(other, new Found(ItemCheck.DUPLICATE, other.code(), other.code())));
        similar.of(item).stream().limit(most).forEach(near -> pairs.put(near.item(), near(near)));
        return pairs.entrySet().stream()
                .map(pair -> CheckEntry.of(item, pair.getKey(), pair.getValue()))
                .toList();
    }

    /** What to look for in another set, rare as in this one ({@link SimilarItems#probes}). */
    List<String> probes(CheckedItem item) {
        return similar.probes(item);
    }

    /** With the share of common pairs of characters, and the share of the shorter one's. */
    private static Found near(SimilarItems.Near near) {
        String code = near.item().code();
        return new Found(
                ItemCheck.NEAR_DUPLICATE,
                code + " " + Math.round(100 * near.alike()) + "% / " + Math.round(100 * near.contained()) + "%",
                code);
    }
}
