package org.chizheng.authoring.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Items that ask the same: stem, figure and the set of options, all in normal text. Never the stem alone: many good items share 下列说法正确的是 and differ in what
 * they offer. Which option is right makes no difference, since the same question with two keys is the worse fault.
 */
public final class Duplicates {
    private final Map<String, List<CheckedItem>> items = new HashMap<>();

    public Duplicates(List<CheckedItem> items) {
        items.forEach(item -> this.items
                .computeIfAbsent(asked(item), key -> new ArrayList<>())
                .add(item));
    }

    /** The other items that ask the same. */
    public List<CheckedItem> of(CheckedItem item) {
        return items.getOrDefault(asked(item), List.of()).stream()
                .filter(other -> !Objects.equals(other.code(), item.code()))
                .toList();
    }

    static String asked(CheckedItem item) {
        String options =
                item.options().stream().map(NormalText::of).distinct().sorted().collect(Collectors.joining("\n"));
        return NormalText.of(item.stem()) + "\n\n" + options + "\n\n" + Objects.requireNonNullElse(item.figure(), "");
    }
}
