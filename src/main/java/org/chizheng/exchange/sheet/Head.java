package org.chizheng.exchange.sheet;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.chizheng.exchange.rule.Column;
import org.chizheng.exchange.rule.Headings;

/**
 * The head of an item table.
 *
 * @param row its number, the second one where it has two
 * @param columns by their place
 */
record Head(int row, Map<Integer, Column> columns) {
    static final int LAST_ROW = 20;

    static Optional<Head> of(Grid grid) {
        for (int i = 0; i < grid.lines().size(); i++) {
            Grid.Line line = grid.lines().get(i);
            if (line.number() > LAST_ROW) {
                break;
            }
            Optional<Map<Integer, Column>> columns = Headings.of(line.cells());
            if (columns.isPresent()) {
                return Optional.of(whole(line.number(), columns.get(), grid, i + 1));
            }
        }
        return Optional.empty();
    }

    private static Head whole(int row, Map<Integer, Column> columns, Grid grid, int next) {
        if (next == grid.lines().size()) {
            return new Head(row, columns);
        }
        Grid.Line below = grid.lines().get(next);
        Map<Integer, Column> both = new TreeMap<>(columns);
        return Headings.lettersBelow(below.cells())
                .map(letters -> {
                    both.values().removeIf(Column::isOption);
                    both.putAll(letters);
                    return new Head(below.number(), both);
                })
                .orElseGet(() -> new Head(row, columns));
    }

    /** Place of a column, or -1. */
    int place(Column wanted) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue() == wanted)
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(-1);
    }
}
