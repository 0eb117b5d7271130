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

/** What the checks read of a subject: the newest approved revisions of its items in use, practice or not, and its open drafts. */
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
    private static final String DRAFTS =
            "SELECT d.* FROM item_draft d JOIN item i ON i.code = d.item WHERE i.subject = ? AND NOT i.retired ORDER BY d.item";
    private static final String SHARING = """
            WITH sharing AS MATERIALIZED (SELECT item, draft FROM item_search WHERE grams && ?::text[])
            SELECT d.* FROM sharing s JOIN item_draft d ON d.item = s.item JOIN item i ON i.code = d.item
             WHERE s.draft AND i.subject = ? AND NOT i.retired AND d.item <> ? ORDER BY d.item""";
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

    /** All open drafts, in review or not, in the order of their codes. */
    List<CheckedItem> drafts(String subject) {
        return sql.list(DRAFTS, this::item, subject);
    }

    /**
     * Open drafts in which one of these pairs of neighbouring characters occurs, by the index of pairs that searching uses: as many as share a rare pair, not as many as
     * there are. The pairs are asked first and alone, or the planner may read every draft.
     *
     * @param except code of the item whose own draft is none of them
     */
    List<CheckedItem> drafts(String subject, String except, List<String> pairs) {
        return sql.list(SHARING, this::item, pairs.toArray(String[]::new), subject, except);
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
