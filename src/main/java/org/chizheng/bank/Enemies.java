package org.chizheng.bank;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Enemy items: pairs that must not stand in one paper, since one answers or gives away the other. */
@ApplicationScoped
public class Enemies {
    private static final String STANDING = """
            SELECT e.*, (SELECT stem FROM item_revision r WHERE r.item = e.one ORDER BY number DESC LIMIT 1) one_stem,
                   (SELECT stem FROM item_revision r WHERE r.item = e.other ORDER BY number DESC LIMIT 1) other_stem
            FROM item_enemy e JOIN item i ON i.code = e.one WHERE i.subject = ? AND e.lifted_at IS NULL ORDER BY e.one, e.other""";
    private final Sql sql;

    public Enemies(Sql sql) {
        this.sql = sql;
    }

    /** Two items by their codes, the lower one first, and why they are kept apart. */
    public record Pair(
            String one,
            String oneStem,
            String other,
            String otherStem,
            String reason,
            String notedBy,
            Instant notedAt) {}

    /** Pairs that are kept apart now. */
    public List<Pair> standing(String subject) {
        return sql.list(
                STANDING,
                row -> new Pair(
                        row.getString("one"),
                        row.getString("one_stem"),
                        row.getString("other"),
                        row.getString("other_stem"),
                        row.getString("reason"),
                        row.getString("noted_by"),
                        Sql.instant(row, "noted_at")),
                subject);
    }
}
