package org.chizheng.goal.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which rows of a table are not told, so that nobody can be picked out: those of fewer than so many people, and, where that would hide one alone, the next smallest too, since a
 * single one could be found by taking the others from the total.
 */
public final class SmallCells {
    private SmallCells() {}

    /**
     * @param sizes people in each row
     * @param least below which a row is not told; a row of nobody tells nothing of anybody
     * @return places of the rows that are not told
     */
    public static Set<Integer> hidden(List<Long> sizes, long least) {
        List<Integer> peopled = new ArrayList<>();
        for (int place = 0; place < sizes.size(); place++) {
            if (sizes.get(place) > 0) {
                peopled.add(place);
            }
        }
        peopled.sort(Comparator.comparing(sizes::get));
        Set<Integer> hidden = new HashSet<>();
        for (int place : peopled) {
            if (sizes.get(place) < least || hidden.size() == 1) {
                hidden.add(place);
            }
        }
        return hidden;
    }

    /**
     * The same for a table of rows and columns each of which has a total that is told, so that a cell could be found by taking the others of its row or of its column from it:
     * in each row and each column none is hidden, or at least two that are together not too few, or all.
     *
     * @param table people in each cell, row by row
     * @param least below which a cell is not told
     * @return the cells that are not told, in the places of the table
     */
    public static boolean[][] hidden(long[][] table, long least) {
        boolean[][] hidden = new boolean[table.length][];
        List<List<Place>> lines = new ArrayList<>();
        for (int row = 0; row < table.length; row++) {
            hidden[row] = new boolean[table[row].length];
            lines.add(new ArrayList<>());
            for (int column = 0; column < table[row].length; column++) {
                hidden[row][column] = table[row][column] > 0 && table[row][column] < least;
                lines.get(row).add(new Place(row, column, table[row][column]));
            }
        }
        int columns = table.length == 0 ? 0 : table[0].length;
        for (int column = 0; column < columns; column++) {
            int place = column;
            lines.add(lines.subList(0, table.length).stream()
                    .map(row -> row.get(place))
                    .toList());
        }
        boolean more = true;
        while (more) {
            more = false;
            for (List<Place> line : lines) {
                more |= hideMore(line, hidden, least);
            }
        }
        return hidden;
    }

    /** A cell of a table and how many people it has. */
    private record Place(int row, int column, long size) {
        private boolean in(boolean[][] cells) {
            return cells[row][column];
        }
    }

    /** @return whether another cell of the line had to be hidden */
    private static boolean hideMore(List<Place> line, boolean[][] hidden, long least) {
        List<Place> untold = line.stream().filter(place -> place.in(hidden)).toList();
        if (untold.isEmpty()
                || untold.size() > 1 && untold.stream().mapToLong(Place::size).sum() >= least) {
            return false;
        }
        return line.stream()
                .filter(place -> place.size() > 0 && !place.in(hidden))
                .min(Comparator.comparing(Place::size))
                .map(place -> hidden[place.row()][place.column()] = true)
                .orElse(false);
    }
}
