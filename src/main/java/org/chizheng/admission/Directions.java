package org.chizheng.admission;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** How to get to centres. */
@ApplicationScoped
public class Directions {
    private final Sql sql;

    public Directions(Sql sql) {
        this.sql = sql;
    }

    /** The way in both languages, empty where nobody has described it. */
    public record Way(String zh, String en) {}

    public Way to(UUID centre) {
        return sql.first(
                        "SELECT directions_zh, directions_en FROM centre WHERE id = ?",
                        row -> new Way(row.getString(1), row.getString(2)),
                        centre)
                .orElseThrow();
    }
}
