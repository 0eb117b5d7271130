package org.chizheng.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of a list for Excel: each has its head beside what its cells tell of a row, so that neither can slip against the other.
 *
 * @param <T> what a row is about
 */
public final class ListColumns<T> {
    private final Function<String, String> words;
    private final List<String> heads = new ArrayList<>();
    private final List<Function<? super T, ?>> cells = new ArrayList<>();

    /** @param words what a column is called, by the name it is added under */
    public ListColumns(Function<String, String> words) {
        this.words = words;
    }

    /** @param cell may give null for an empty cell; numbers stay numbers */
    public ListColumns<T> add(String name, Function<? super T, ?> cell) {
        heads.add(words.apply(name));
        cells.add(cell);
        return this;
    }

    /** The file of one list, rows in their order. */
    public byte[] book(String title, List<? extends T> rows) {
        return ListBook.of(title, heads, rows.stream().map(this::line).toList());
    }

    /** The same as one sheet of several. */
    public void sheet(ListBook book, String title, List<? extends T> rows) {
        book.sheet(title, heads, rows.stream().map(this::line).toList());
    }

    private List<Object> line(T row) {
        List<Object> line = new ArrayList<>();
        cells.forEach(cell -> line.add(cell.apply(row)));
        return line;
    }
}
