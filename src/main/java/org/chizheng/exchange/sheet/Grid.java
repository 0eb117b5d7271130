package org.chizheng.exchange.sheet;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.chizheng.exchange.Note;

/**
 * A table as it was found.
 *
 * @param name of the sheet; empty where a file has but one table
 * @param part name of the part that holds it in its package; empty where there is no package
 */
record Grid(String name, String part, List<Line> lines, List<Merged> merged) {
    Grid {
        lines = List.copyOf(lines);
        merged = List.copyOf(merged);
    }

    /**
     * One row that holds anything.
     *
     * @param number from 1, as a spreadsheet counts
     * @param cells text by column from 0, without blank ones
     * @param faults what is wrong with a cell, by column
     * @param pictures that are anchored in the row, as they are
     */
    record Line(int number, SortedMap<Integer, String> cells, Map<Integer, Note> faults, List<byte[]> pictures) {}

    /** Cells of one column that show the value of the first of them; rows from 1, columns from 0. */
    record Merged(int column, int firstRow, int lastRow) {}

    /** How a row is called in a report. */
    String place(Line line) {
        return name.isEmpty() ? String.valueOf(line.number()) : name + "!" + line.number();
    }

    int lastColumn() {
        return lines.stream()
                .filter(line -> !line.cells().isEmpty())
                .mapToInt(line -> line.cells().lastKey())
                .max()
                .orElse(0);
    }
}
