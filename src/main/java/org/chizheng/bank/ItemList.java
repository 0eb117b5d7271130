package org.chizheng.bank;

import java.util.List;

/** One page of a subject's items and how many there are in all. */
public record ItemList(List<Row> rows, int total, ItemFilter filter) {
    public ItemList {
        rows = List.copyOf(rows);
    }

    /** The newest revision of an item in a line; without its key. */
    public record Row(
            String code,
            String type,
            String chapter,
            String difficulty,
            String stem,
            int number,
            boolean retired,
            boolean figure) {}

    public int pages() {
        return pages(total);
    }

    static int pages(int total) {
        return Math.max(1, (total + ItemFilter.PAGE_SIZE - 1) / ItemFilter.PAGE_SIZE);
    }

    public boolean hasPrevious() {
        return filter.page() > 1;
    }

    public boolean hasNext() {
        return filter.page() < pages();
    }

    public String previous() {
        return filter.on(filter.page() - 1);
    }

    public String next() {
        return filter.on(filter.page() + 1);
    }
}
