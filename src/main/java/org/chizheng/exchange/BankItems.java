package org.chizheng.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.Figure;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Revision;
import org.chizheng.common.Digests;
import org.chizheng.common.Sql;
import org.chizheng.exchange.rule.Sameness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the bank has, for exchange: the newest revisions whole, keys and figures included, in one query. */
@ApplicationScoped
class BankItems {
    private static final TypeReference<List<Revision.Option>> OPTIONS = new TypeReference<>() {};
    private static final String NEWEST = """
            SELECT newest.*, f.media_type, f.bytes, f.width, f.height
              FROM (SELECT DISTINCT ON (r.item) r.*, i.level FROM item_revision r JOIN item i ON i.code = r.item
                     WHERE i.subject = ? AND NOT i.retired ORDER BY r.item, r.number DESC) newest
              LEFT JOIN figure f ON f.digest = newest.figure
             WHERE (? = '' OR chapter = ?) AND (? = '' OR type = ?) AND (? = '' OR difficulty::text = ?)
               AND (? = '' OR strpos(lower(stem), lower(?)) > 0 OR strpos(lower(item), lower(?)) > 0
                    OR EXISTS (SELECT FROM jsonb_array_elements(options) o WHERE strpos(lower(o ->> 'text'), lower(?)) > 0))
             ORDER BY item""";
    private static final String SAID = """
            SELECT d.item, d.stem, d.options, d.figure FROM item_draft d JOIN item i ON i.code = d.item WHERE i.subject = ?
            UNION ALL
            (SELECT DISTINCT ON (r.item) r.item, r.stem, r.options, r.figure FROM item_revision r JOIN item i ON i.code = r.item
              WHERE i.subject = ? AND NOT i.retired ORDER BY r.item, r.number DESC)""";
    private final Sql sql;
    private final ObjectMapper json;

    BankItems(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Approved and in use, in the order of their codes. */
    List<ExchangedItem> newest(String subject, Selection f) {
        return sql.list(
                NEWEST,
                this::item,
                subject,
                f.chapter(),
                f.chapter(),
                f.type(),
                f.type(),
                f.difficulty(),
                f.difficulty(),
                f.text(),
                f.text(),
                f.text(),
                f.text());
    }

    private ExchangedItem item(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes("bytes");
        Figure figure = bytes == null
                ? null
                : new Figure(row.getString("media_type"), bytes, row.getInt("width"), row.getInt("height"));
        ItemDraft draft = new ItemDraft(
                row.getString("type"),
                row.getString("chapter"),
                row.getInt("difficulty"),
                row.getString("stem"),
                options(row.getString("options")),
                row.getString("explanation"),
                row.getString("source"),
                figure,
                row.getString("figure_alt"));
        String code = row.getString("item");
        return new ExchangedItem(code, code, row.getString("level"), draft, List.of());
    }

    private List<Revision.Option> options(String text) {
        try {
            return json.readValue(text, OPTIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Codes of the items in use and of the drafts, by what they say. */
    Map<String, String> fingerprints(String subject) {
        Map<String, String> found = new HashMap<>();
        sql.list(
                SAID,
                row -> found.put(
                        fingerprint(row.getString("stem"), options(row.getString("options")), row.getString("figure")),
                        row.getString("item")),
                subject,
                subject);
        return found;
    }

    /** Those of the references that are codes of items, of whatever subject. */
    Set<String> known(Collection<String> references) {
        return new HashSet<>(sql.list("SELECT code FROM item WHERE code = ANY (?)", row -> row.getString(1), (Object)
                references.toArray(String[]::new)));
    }

    static String fingerprint(ItemDraft draft) {
        return fingerprint(
                draft.stem(),
                draft.options(),
                draft.figure() == null ? null : draft.figure().digest());
    }

    private static String fingerprint(String stem, List<Revision.Option> options, String figure) {
        return Digests.hex(
                Sameness.of(stem, options.stream().map(Revision.Option::text).toList()), figure);
    }
}
