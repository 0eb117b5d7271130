package org.chizheng.exchange.sheet;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Revision.Option;
import org.chizheng.common.Digests;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.rule.Column;

/** An item as the cells of one row. Options stand in an order of their own, since the author's has the right ones first. */
final class ItemRow {
    private static final String LETTERS = "ABCDEFGH";

    private ItemRow() {}

    /** @return false when a table has no place for it: more options than columns, or a text longer than a cell */
    static boolean fits(ItemDraft draft) {
        return draft.options().size() <= Column.MOST_OPTIONS
                && draft.stem().length() <= Texts.LONGEST
                && draft.explanation().length() <= Texts.LONGEST;
    }

    static Map<Column, String> cells(ExchangedItem item, Labels labels) {
        ItemDraft draft = item.draft();
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.CODE, item.reference());
        cells.put(Column.TYPE, labels.type(draft.type()));
        cells.put(Column.CHAPTER, draft.chapter());
        cells.put(Column.DIFFICULTY, labels.difficulty(draft.difficulty()));
        cells.put(Column.LEVEL, item.level().isEmpty() ? "" : labels.level(item.level()));
        cells.put(Column.STEM, draft.stem());
        cells.put(Column.EXPLANATION, draft.explanation());
        cells.put(Column.SOURCE, draft.source());
        cells.put(Column.FIGURE_ALT, draft.figure() == null ? "" : draft.figureAlt());
        if (draft.type().equals("TRUE_FALSE")) {
            cells.put(Column.KEY, right(draft.options()));
        } else {
            options(draft, cells);
        }
        return cells;
    }

    private static void options(ItemDraft draft, Map<Column, String> cells) {
        List<Option> placed = draft.options().stream()
                .sorted(Comparator.comparing(option -> Digests.hex(draft.stem(), option.text())))
                .toList();
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < placed.size(); i++) {
            cells.put(Column.option(i), placed.get(i).text());
            key.append(placed.get(i).right() ? LETTERS.substring(i, i + 1) : "");
        }
        cells.put(Column.KEY, key.toString());
    }

    private static String right(List<Option> options) {
        return options.stream().filter(Option::right).map(Option::text).collect(Collectors.joining());
    }
}
