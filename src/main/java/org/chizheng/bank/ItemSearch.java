package org.chizheng.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Lists items by what an address asks for. Words are found by the index of characters and pairs of characters (table item_search); all of them must occur. */
@ApplicationScoped
class ItemSearch {
    /** Items in whose approved text or open draft every word occurs. */
    static final String FOUND = """
            SELECT s.item FROM item_search s WHERE s.grams @> item_grams(?)
               AND NOT EXISTS (SELECT FROM regexp_split_to_table(item_fold(?), '\\s+') word WHERE strpos(s.words, word) = 0)""";

    private static final String ITEMS = """
             FROM (SELECT i.code, i.retired, i.level, i.practice, COALESCE(r.number, 0) AS number, d.state AS draft, COALESCE(d.version, 0) AS version,
                          COALESCE(r.type, d.type) AS type, COALESCE(r.chapter, d.chapter) AS chapter, COALESCE(r.difficulty, d.difficulty) AS difficulty,
                          COALESCE(r.stem, d.stem) AS stem, CASE WHEN r.item IS NULL THEN d.figure ELSE r.figure END AS figure
                     FROM item i LEFT JOIN item_draft d ON d.item = i.code
                     LEFT JOIN LATERAL (SELECT * FROM item_revision WHERE item = i.code ORDER BY number DESC LIMIT 1) r ON true
                    WHERE i.subject = ? AND (r.item IS NOT NULL OR d.item IS NOT NULL)) found WHERE true""";
    private final Sql sql;

    ItemSearch(Sql sql) {
        this.sql = sql;
    }

    /** Newest revisions, retired items too, and drafts of items that have none, in the order of their codes. */
    ItemList list(String subject, ItemFilter asked) {
        List<Object> values = new ArrayList<>(List.of(subject));
        String from = ITEMS + conditions(asked, values);
        int total = sql.first("SELECT count(*) " + from, row -> row.getInt(1), values.toArray())
                .orElse(0);
        ItemFilter filter = asked.within(ItemList.pages(total));
        String page = " ORDER BY code LIMIT " + ItemFilter.PAGE_SIZE + " OFFSET " + filter.offset();
        return new ItemList(sql.list("SELECT * " + from + page, ItemSearch::row, values.toArray()), total, filter);
    }

    private static String conditions(ItemFilter filter, List<Object> values) {
        StringBuilder conditions = new StringBuilder();
        add(conditions, values, " AND chapter = ?", filter.chapter());
        add(conditions, values, " AND type = ?", filter.type());
        add(conditions, values, " AND difficulty::text = ?", filter.difficulty());
        add(conditions, values, " AND level = ?", filter.level());
        add(conditions, values, " AND practice::text = ?", filter.practice());
        switch (filter.state()) {
            case "APPROVED" -> conditions.append(" AND number > 0 AND NOT retired");
            case "RETIRED" -> conditions.append(" AND retired");
            default -> add(conditions, values, " AND draft = ?", filter.state());
        }
        if (!filter.text().isEmpty()) {
            add(conditions, values, " AND code IN (" + FOUND + ")", filter.text());
            values.add(filter.text());
        }
        return conditions.toString();
    }

    private static void add(StringBuilder conditions, List<Object> values, String condition, String value) {
        if (!value.isEmpty()) {
            conditions.append(condition);
            values.add(value);
        }
    }

    private static ItemList.Row row(ResultSet row) throws SQLException {
        return new ItemList.Row(
                row.getString("code"),
                row.getString("type"),
                row.getString("chapter"),
                row.getString("difficulty"),
                row.getString("stem"),
                row.getInt("number"),
                row.getBoolean("retired"),
                row.getString("figure") != null,
                row.getString("level"),
                row.getBoolean("practice"),
                row.getString("draft") == null ? "" : row.getString("draft"),
                row.getInt("version"));
    }
}
