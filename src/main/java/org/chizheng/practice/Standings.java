package org.chizheng.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.practice.rule.Mastery;
import org.chizheng.practice.rule.WrongBook;
import org.chizheng.practice.rule.WrongBook.Standing;

/** Where a person stands with the published items. */
@ApplicationScoped
class Standings {
    private static final String MASTERY = """
            SELECT n.subject, n.chapter, count(*) items, count(s.item) answered, count(*) FILTER (WHERE s.last_right) right_now,
                   count(*) FILTER (WHERE s.in_book) in_book
            FROM (SELECT DISTINCT ON (r.item) i.subject, r.item, r.chapter FROM item i JOIN item_revision r ON r.item = i.code
                  WHERE i.practice AND NOT i.retired %s ORDER BY r.item, r.number DESC) n
            LEFT JOIN practice_standing s ON s.person_id = ? AND s.item = n.item
            GROUP BY n.subject, n.chapter ORDER BY n.subject, n.chapter""";
    private static final String ALL = MASTERY.formatted("");
    private static final String ONE = MASTERY.formatted("AND i.subject = ?");
    private static final String BOOK = """
            SELECT s.item FROM practice_standing s JOIN item i ON i.code = s.item WHERE s.person_id = ? AND i.subject = ? AND s.in_book""";
    private static final String MET = """
            SELECT s.item, s.answered_at FROM practice_standing s JOIN item i ON i.code = s.item WHERE s.person_id = ? AND i.subject = ?""";
    private static final String KEEP = """
            INSERT INTO practice_standing (person_id, item, last_right, right_in_row, in_book, answered_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (person_id, item) DO UPDATE SET last_right = excluded.last_right, right_in_row = excluded.right_in_row,
                in_book = excluded.in_book, answered_at = excluded.answered_at""";
    private final Sql sql;
    private final PracticeConfig config;

    Standings(Sql sql, PracticeConfig config) {
        this.sql = sql;
        this.config = config;
    }

    /** By subject, its chapters that have published items, in their order. */
    Map<String, List<Mastery>> mastery(UUID person) {
        Map<String, List<Mastery>> subjects = new HashMap<>();
        sql.list(
                ALL,
                row -> subjects.computeIfAbsent(row.getString("subject"), code -> new ArrayList<>())
                        .add(mastery(row)),
                person);
        return subjects;
    }

    /** The chapters of one subject; empty if nothing of it is published. */
    List<Mastery> mastery(UUID person, String subject) {
        return sql.list(ONE, Standings::mastery, subject, person);
    }

    private static Mastery mastery(ResultSet row) throws SQLException {
        return new Mastery(
                row.getString("chapter"),
                row.getInt("items"),
                row.getInt("answered"),
                row.getInt("right_now"),
                row.getInt("in_book"));
    }

    /** When the person last answered each item of the subject, by its code; those never answered are left out. */
    Map<String, Instant> met(UUID person, String subject) {
        Map<String, Instant> met = new HashMap<>();
        sql.list(MET, row -> met.put(row.getString("item"), Sql.instant(row, "answered_at")), person, subject);
        return met;
    }

    /** Codes of the items in the person's wrong-answer book of the subject. */
    Set<String> book(UUID person, String subject) {
        return Set.copyOf(sql.list(BOOK, row -> row.getString(1), person, subject));
    }

    /** Takes answers into account, each item once; one person's acts come one after the other. */
    void take(UUID person, Map<String, Boolean> rightByItem, Instant now) {
        String[] items = rightByItem.keySet().toArray(String[]::new);
        Map<String, Standing> known = sql
                .list(
                        "SELECT * FROM practice_standing WHERE person_id = ? AND item = ANY (?)",
                        row -> Map.entry(
                                row.getString("item"),
                                new Standing(
                                        row.getBoolean("last_right"),
                                        row.getInt("right_in_row"),
                                        row.getBoolean("in_book"))),
                        person,
                        items)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<Object[]> rows = new ArrayList<>();
        rightByItem.forEach((item, right) -> {
            Standing after = WrongBook.after(known.getOrDefault(item, Standing.NONE), right, config.leaveAfter());
            rows.add(new Object[] {person, item, after.lastRight(), after.rightInARow(), after.inBook(), now});
        });
        sql.batch(KEEP, rows);
    }
}
