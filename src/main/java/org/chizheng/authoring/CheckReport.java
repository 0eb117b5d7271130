package org.chizheng.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.chizheng.authoring.rule.CheckedItem;
import org.chizheng.authoring.rule.Duplicates;
import org.chizheng.authoring.rule.Found;
import org.chizheng.authoring.rule.ItemCheck;
import org.chizheng.authoring.rule.ItemRules;
import org.chizheng.authoring.rule.KeyLengths;
import org.chizheng.authoring.rule.LawEditions;
import org.chizheng.authoring.rule.SimilarItems;
import org.chizheng.authoring.rule.Skew;

/** What the checks say of a subject's items as they stood when it was made. It never changes, so that many may read it. */
final class CheckReport {
    private final String state;
    private final LawEditions laws;
    private final Duplicates duplicates;
    private final SimilarItems similar;
    private final List<CheckedItem> items;
    private final List<CheckEntry> entries = new ArrayList<>();
    private final Skew longest;

    CheckReport(String state, List<CheckedItem> items, LawEditions laws) {
        this.state = state;
        this.laws = laws;
        this.items = List.copyOf(items);
        duplicates = new Duplicates(items);
        similar = new SimilarItems(items);
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
        Map<CheckedItem, Found> pairs = new LinkedHashMap<>();
        duplicates
                .of(item)
                .forEach(other -> pairs.put(other, new Found(ItemCheck.DUPLICATE, other.code(), other.code())));
        similar.of(item).forEach(near -> pairs.put(near.item(), near(near)));
        List<CheckEntry> all = new ArrayList<>();
        pairs.forEach((other, found) -> all.add(CheckEntry.of(item, other, found)));
        ItemRules.of(item, laws).forEach(found -> all.add(CheckEntry.of(item, null, found)));
        return all;
    }

    /** With the share of common pairs of characters, and the share of the shorter one's. */
    private static Found near(SimilarItems.Near near) {
        String code = near.item().code();
        return new Found(
                ItemCheck.NEAR_DUPLICATE,
                code + " " + Math.round(100 * near.alike()) + "% / " + Math.round(100 * near.contained()) + "%",
                code);
    }

    private static boolean isFirst(CheckEntry entry) {
        return entry.other() == null || entry.item().code().equals(entry.key().item());
    }
}
