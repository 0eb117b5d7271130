package org.chizheng.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.chizheng.authoring.rule.CheckedItem;
import org.chizheng.authoring.rule.ItemRules;
import org.chizheng.authoring.rule.KeyLengths;
import org.chizheng.authoring.rule.LawEditions;
import org.chizheng.authoring.rule.Skew;

/** What the checks say of a subject's items as they stood when it was made. It never changes, so that many may read it. */
final class CheckReport {
    private final String state;
    private final LawEditions laws;
    private final Neighbours neighbours;
    private final List<CheckedItem> items;
    private final List<CheckEntry> entries = new ArrayList<>();
    private final Skew longest;

    CheckReport(String state, List<CheckedItem> items, LawEditions laws) {
        this.state = state;
        this.laws = laws;
        this.items = List.copyOf(items);
        neighbours = new Neighbours(items);
        longest = KeyLengths.longest(items);
        for (CheckedItem item : items) {
            of(item).stream().filter(CheckReport::isFirst).forEach(entries::add);
        }
    }

    String state() {
        return state;
    }

    int items() {
        return items.size();
    }

    /** Each pair once, in the order of the items' codes. */
    List<CheckEntry> entries() {
        return List.copyOf(entries);
    }

    /** Of single-choice items with one longest option, those in which it is the key. */
    Skew longest() {
        return longest;
    }

    /** Of the statements of each chapter, those that are true. */
    List<CheckView.Share> shares() {
        Map<String, List<CheckedItem>> chapters = new TreeMap<>();
        items.stream()
                .filter(CheckedItem::isTrueFalse)
                .forEach(item -> chapters.computeIfAbsent(item.chapter(), code -> new ArrayList<>())
                        .add(item));
        return chapters.entrySet().stream()
                .map(chapter -> new CheckView.Share(chapter.getKey(), statements(chapter.getValue())))
                .toList();
    }

    private static Skew statements(List<CheckedItem> statements) {
        int right = (int) statements.stream().filter(CheckedItem::isTrue).count();
        return Skew.ofStatements(right, statements.size());
    }

    /** What the checks say of one item, in this bank or not yet. */
    List<CheckEntry> of(CheckedItem item) {
        return Stream.concat(neighbours.of(item, items.size()).stream(), alone(item).stream())
                .toList();
    }

    /** What the checks say that read this item alone. */
    List<CheckEntry> alone(CheckedItem item) {
        return ItemRules.of(item, laws).stream()
                .map(found -> CheckEntry.of(item, null, found))
                .toList();
    }

    Neighbours neighbours() {
        return neighbours;
    }

    private static boolean isFirst(CheckEntry entry) {
        return entry.other() == null || entry.item().code().equals(entry.key().item());
    }
}
