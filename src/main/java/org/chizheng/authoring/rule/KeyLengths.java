package org.chizheng.authoring.rule;

import java.util.Comparator;
import java.util.List;

/** How often the key is the longest option: an author explains the right answer and tires of the wrong ones, and candidates know it. */
public final class KeyLengths {
    /** The longest option is seen to be so when it is longer than the next by a fifth; nobody counts characters. */
    private static final double SEEN = 1.2;

    private KeyLengths() {}

    /** Of the single-choice items in which one option is seen to be longer than all others, those in which it is the key. */
    public static Skew longest(List<CheckedItem> items) {
        List<CheckedItem> clear = items.stream()
                .filter(item -> item.type().equals("SINGLE") && item.right().size() == 1)
                .filter(KeyLengths::hasOneLongest)
                .toList();
        int keys = (int) clear.stream()
                .filter(item -> OptionRules.length(item.right().get(0)) == longestFirst(item)[0])
                .count();
        return Skew.of(
                keys,
                clear.stream().mapToDouble(item -> 1.0 / item.options().size()).toArray());
    }

    private static boolean hasOneLongest(CheckedItem item) {
        int[] lengths = longestFirst(item);
        return lengths.length > 1 && lengths[0] >= SEEN * Math.max(1, lengths[1]);
    }

    private static int[] longestFirst(CheckedItem item) {
        return item.options().stream()
                .map(OptionRules::length)
                .sorted(Comparator.reverseOrder())
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
