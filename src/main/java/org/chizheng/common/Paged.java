package org.chizheng.common;

import java.util.List;

/**
 * Which page of how many, counted from 1; templates include common/paging.
 *
 * @param query that asks for the same list, encoded for an address
 */
public record Paged(int page, int pages, String query) {
    private static final int ROWS = 100;

    /** @param asked what the address says; the nearest page that there is */
    public static Paged of(int asked, int rows, String query) {
        int pages = Math.max(1, (rows + ROWS - 1) / ROWS);
        return new Paged(Math.min(Math.max(1, asked), pages), pages, query);
    }

    public <T> List<T> cut(List<T> rows) {
        return rows.subList((page - 1) * ROWS, Math.min(rows.size(), page * ROWS));
    }
}
