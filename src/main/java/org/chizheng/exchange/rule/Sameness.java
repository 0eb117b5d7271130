package org.chizheng.exchange.rule;

import java.util.Collection;
import java.util.TreeSet;

/** When two items say the same: the same stem with the same set of options, whatever their order, blanks and widths of letters. Never by the stem alone. */
public final class Sameness {
    private Sameness() {}

    /** Equal for items that say the same, and for no others. */
    public static String of(String stem, Collection<String> options) {
        TreeSet<String> set = new TreeSet<>();
        options.forEach(option -> set.add(Plain.of(option)));
        return Plain.of(stem) + "\n" + String.join("\n", set);
    }
}
