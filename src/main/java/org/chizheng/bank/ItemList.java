package org.chizheng.bank;

import java.util.List;

/** One page of a subject's items and how many there are in all. */
public record ItemList(List<Row> rows, int total, ItemFilter filter) {
    public ItemList {
        rows = List.copyOf(rows);
    }

    /**
     * An item in a line, without its key: its newest revision, or its draft when there is none.
     *
     * @param number of the revision, 0 for a draft
     * @param draft state of the open draft, DRAFT or IN_REVIEW; empty when there is none
     * @param version of the open draft, 0 when there is none
     */
    public record Row(
            String code,
            String type,
            String chapter,
            String difficulty,
            String stem,
            int number,
            boolean retired,
            boolean figure,
            String level,
            boolean practice,
            String draft,
            int version) {
        /** Names the item and the draft that was seen, for acts on many. */
        public String ticket() {
            return code + "." + version;
        }
    }

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
