package org.chizheng.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Subjects and their chapters with counts: two queries, for one subject or for all. Items that were never approved do not count. */
@ApplicationScoped
public class Subjects {
    private static final String SUBJECTS = """
            SELECT s.*, count(i.code) FILTER (WHERE NOT i.retired) items, count(i.code) FILTER (WHERE i.retired) retired
            FROM subject s LEFT JOIN item i ON i.subject = s.code AND EXISTS (SELECT FROM item_revision r WHERE r.item = i.code)
            %s GROUP BY s.code ORDER BY s.code""";
    private static final String CHAPTERS = """
            SELECT c.*, COALESCE(n.items, 0) items FROM chapter c LEFT JOIN (
                SELECT subject, chapter, count(*) items FROM (
                    SELECT DISTINCT ON (r.item) i.subject, r.chapter FROM item_revision r JOIN item i ON i.code = r.item
                    WHERE NOT i.retired %s ORDER BY r.item, r.number DESC) newest
                GROUP BY subject, chapter) n ON n.subject = c.subject AND n.chapter = c.code
            %s ORDER BY c.subject, c.code""";
    private static final String ALL_CHAPTERS = CHAPTERS.formatted("", "");
    private static final String CHAPTERS_OF_ONE = CHAPTERS.formatted("AND i.subject = ?", "WHERE c.subject = ?");
    private static final String ALL = SUBJECTS.formatted("");
    private static final String ONE = SUBJECTS.formatted("WHERE s.code = ?");
    private final Sql sql;

    public Subjects(Sql sql) {
        this.sql = sql;
    }

    public List<SubjectView> all() {
        Map<String, List<SubjectView.Chapter>> chapters = chapters(ALL_CHAPTERS);
        return sql.list(ALL, row -> subject(row, chapters));
    }

    public Optional<SubjectView> find(String code) {
        Map<String, List<SubjectView.Chapter>> chapters = chapters(CHAPTERS_OF_ONE, code, code);
        return sql.first(ONE, row -> subject(row, chapters), code);
    }

    private Map<String, List<SubjectView.Chapter>> chapters(String query, Object... parameters) {
        Map<String, List<SubjectView.Chapter>> chapters = new HashMap<>();
        sql.list(
                query,
                row -> chapters.computeIfAbsent(row.getString("subject"), code -> new ArrayList<>())
                        .add(new SubjectView.Chapter(
                                row.getString("code"), row.getString("zh"), row.getString("en"), row.getInt("items"))),
                parameters);
        return chapters;
    }

    private static SubjectView subject(ResultSet row, Map<String, List<SubjectView.Chapter>> chapters)
            throws SQLException {
        return new SubjectView(
                row.getString("code"),
                row.getString("qualification"),
                row.getString("zh"),
                row.getString("en"),
                row.getString("licence"),
                row.getInt("items"),
                row.getInt("retired"),
                chapters.getOrDefault(row.getString("code"), List.of()));
    }
}
