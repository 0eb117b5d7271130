package org.chizheng.bank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Subjects and their chapters with counts: two queries, however many there are. Items that were never approved do not count. */
@ApplicationScoped
public class Subjects {
    private static final String SUBJECTS = """
            SELECT s.*, count(i.code) FILTER (WHERE NOT i.retired) items, count(i.code) FILTER (WHERE i.retired) retired
            FROM subject s LEFT JOIN item i ON i.subject = s.code AND EXISTS (SELECT FROM item_revision r WHERE r.item = i.code)
            GROUP BY s.code ORDER BY s.code""";
    private static final String CHAPTERS = """
            SELECT c.*, COALESCE(n.items, 0) items FROM chapter c LEFT JOIN (
                SELECT subject, chapter, count(*) items FROM (
                    SELECT DISTINCT ON (r.item) i.subject, r.chapter FROM item_revision r JOIN item i ON i.code = r.item
                    WHERE NOT i.retired ORDER BY r.item, r.number DESC) newest
                GROUP BY subject, chapter) n ON n.subject = c.subject AND n.chapter = c.code
            ORDER BY c.subject, c.code""";
    private final Sql sql;

    public Subjects(Sql sql) {
        this.sql = sql;
    }

    public List<SubjectView> all() {
        Map<String, List<SubjectView.Chapter>> chapters = new LinkedHashMap<>();
        sql.list(
                CHAPTERS,
                row -> chapters.computeIfAbsent(row.getString("subject"), code -> new ArrayList<>())
                        .add(new SubjectView.Chapter(
                                row.getString("code"), row.getString("zh"), row.getString("en"), row.getInt("items"))));
        return sql.list(
                SUBJECTS,
                row -> new SubjectView(
                        row.getString("code"),
                        row.getString("qualification"),
                        row.getString("zh"),
                        row.getString("en"),
                        row.getString("licence"),
                        row.getInt("items"),
                        row.getInt("retired"),
                        chapters.getOrDefault(row.getString("code"), List.of())));
    }

    public Optional<SubjectView> find(String code) {
        return all().stream().filter(subject -> subject.code().equals(code)).findFirst();
    }
}
