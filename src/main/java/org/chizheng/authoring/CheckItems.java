package org.chizheng.authoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.authoring.rule.CheckedItem;
import org.chizheng.bank.Revision;
import org.chizheng.common.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the checks read of a subject's items in use, practice or not: their newest approved revisions. */
@ApplicationScoped
class CheckItems {
    private static final TypeReference<List<Revision.Option>> OPTIONS = new TypeReference<>() {};
    private static final String STATE = """
            SELECT (SELECT count(*) FROM item_revision r JOIN item i ON i.code = r.item WHERE i.subject = ?),
                   (SELECT sum(hashtext(code)::bigint) FROM item WHERE subject = ? AND NOT retired),
                   (SELECT count(*) FROM law_edition)""";
    private static final String NEWEST = """
            SELECT DISTINCT ON (r.item) r.* FROM item_revision r JOIN item i ON i.code = r.item
            WHERE i.subject = ? AND NOT i.retired ORDER BY r.item, r.number DESC""";
    private final Sql sql;
    private final ObjectMapper json;

    CheckItems(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Another one after each new revision, retirement and return, and after a new edition of a law. */
    String state(String subject) {
        return sql.first(
                        STATE,
                        row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3),
                        subject,
                        subject)
                .orElseThrow();
    }

    /** In the order of their codes. */
    List<CheckedItem> of(String subject) {
        return sql.list(NEWEST, this::item, subject);
    }

    private CheckedItem item(ResultSet row) throws SQLException {
        return item(
                row.getString("item"),
                row.getString("chapter"),
                row.getString("type"),
                row.getString("stem"),
                options(row.getString("options")),
                row.getString("source"),
                row.getString("figure"),
                row.getString("figure_alt"));
    }

    static CheckedItem item(
            String code,
            String chapter,
            String type,
            String stem,
            List<Revision.Option> options,
            String source,
            String figure,
            String figureAlt) {
        return new CheckedItem(
                code, chapter, type, stem, texts(options, true), texts(options, false), source, figure, figureAlt);
    }

    private static List<String> texts(List<Revision.Option> options, boolean right) {
        return options.stream()
                .filter(option -> option.right() == right)
                .map(Revision.Option::text)
                .toList();
    }

    private List<Revision.Option> options(String text) {
        try {
            return json.readValue(text, OPTIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
