package org.chizheng.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.ItemView.History;
import org.chizheng.common.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Items as the bank's staff read them. Only {@link BankPage} asks, since what is found holds keys. */
@ApplicationScoped
class ItemViews {
    private static final TypeReference<List<Revision.Option>> OPTIONS = new TypeReference<>() {};
    private static final String NEWEST = """
             FROM (SELECT DISTINCT ON (r.item) r.*, i.retired FROM item_revision r JOIN item i ON i.code = r.item
                   WHERE i.subject = ? ORDER BY r.item, r.number DESC) newest
            WHERE (? = '' OR chapter = ?) AND (? = '' OR type = ?) AND (? = '' OR difficulty::text = ?)
              AND (? = '' OR strpos(lower(stem), lower(?)) > 0 OR strpos(lower(item), lower(?)) > 0
                   OR EXISTS (SELECT FROM jsonb_array_elements(options) o WHERE strpos(lower(o ->> 'text'), lower(?)) > 0))""";
    private static final String REVISION = """
            SELECT r.*, i.subject, i.retired, f.width, f.height FROM item_revision r JOIN item i ON i.code = r.item
            LEFT JOIN figure f ON f.digest = r.figure WHERE r.item = ? AND r.number = ?""";
    private final Sql sql;
    private final ObjectMapper json;

    ItemViews(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Newest revisions, retired items too, in the order of their codes. */
    ItemList list(String subject, ItemFilter asked) {
        int total = sql.first("SELECT count(*)" + NEWEST, row -> row.getInt(1), parameters(subject, asked))
                .orElse(0);
        ItemFilter filter = asked.within(ItemList.pages(total));
        String page = " ORDER BY item LIMIT " + ItemFilter.PAGE_SIZE + " OFFSET " + filter.offset();
        return new ItemList(
                sql.list("SELECT *" + NEWEST + page, ItemViews::row, parameters(subject, filter)), total, filter);
    }

    private static Object[] parameters(String subject, ItemFilter f) {
        return new Object[] {
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
            f.text()
        };
    }

    private static ItemList.Row row(ResultSet row) throws SQLException {
        return new ItemList.Row(
                row.getString("item"),
                row.getString("type"),
                row.getString("chapter"),
                row.getString("difficulty"),
                row.getString("stem"),
                row.getInt("number"),
                row.getBoolean("retired"),
                row.getString("figure") != null);
    }

    /** @param number of the revision; null asks for the newest */
    Optional<ItemView> find(String code, Integer number) {
        List<History> history = sql.list(
                "SELECT * FROM item_revision WHERE item = ? ORDER BY number DESC",
                row -> new History(
                        row.getInt("number"),
                        Sql.instant(row, "created_at"),
                        row.getString("approved_by"),
                        row.getString("digest"),
                        row.getString("figure") != null),
                code);
        if (history.isEmpty()) {
            return Optional.empty();
        }
        int wanted = number == null ? history.get(0).number() : number;
        return sql.first(REVISION, row -> view(row, history), code, wanted);
    }

    private ItemView view(ResultSet row, List<History> history) throws SQLException {
        return new ItemView(
                row.getString("item"),
                row.getString("subject"),
                row.getBoolean("retired"),
                row.getInt("number"),
                row.getString("type"),
                row.getString("chapter"),
                row.getString("difficulty"),
                row.getString("stem"),
                options(row.getString("options")),
                row.getString("explanation"),
                row.getString("source"),
                Items.picture(row),
                row.getString("digest"),
                history);
    }

    private List<Revision.Option> options(String text) {
        try {
            return json.readValue(text, OPTIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
