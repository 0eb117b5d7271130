package org.chizheng.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.ItemView.History;
import org.chizheng.common.Sql;

/** Items as the bank's staff read them. Only {@link BankPage} asks, since what is found holds keys. */
@ApplicationScoped
class ItemViews {
    private static final String REVISION = """
            SELECT r.*, f.width, f.height FROM item_revision r LEFT JOIN figure f ON f.digest = r.figure WHERE r.item = ? AND r.number = ?""";
    private static final String DRAFT = """
            SELECT d.*, 0 AS number, '' AS digest, f.width, f.height FROM item_draft d LEFT JOIN figure f ON f.digest = d.figure WHERE d.item = ?""";
    private final Sql sql;
    private final Drafts drafts;

    ItemViews(Sql sql, Drafts drafts) {
        this.sql = sql;
        this.drafts = drafts;
    }

    /** @param number of the revision; null asks for the newest, or for the draft while there is none */
    Optional<ItemView> find(String code, Integer number) {
        return drafts.standing(code)
                .flatMap(item -> number == null && item.life().revision() == 0
                        ? Optional.of(
                                sql.first(DRAFT, row -> view(row, item), code).orElseGet(() -> discarded(item)))
                        : sql.first(
                                REVISION,
                                row -> view(row, item),
                                code,
                                number == null ? item.life().revision() : number));
    }

    private List<History> history(String code) {
        return sql.list(
                "SELECT * FROM item_revision WHERE item = ? ORDER BY number DESC",
                row -> new History(
                        row.getInt("number"),
                        Sql.instant(row, "created_at"),
                        row.getString("author"),
                        row.getString("approved_by"),
                        row.getString("digest"),
                        row.getString("figure") != null),
                code);
    }

    private List<ItemEvent> events(String code) {
        return sql.list(
                "SELECT * FROM item_event WHERE item = ? ORDER BY id DESC LIMIT 200",
                row -> new ItemEvent(
                        Sql.instant(row, "at"),
                        row.getString("actor"),
                        row.getString("act"),
                        row.getInt("revision"),
                        row.getString("reason")),
                code);
    }

    private ItemView view(ResultSet row, Drafts.Standing item) throws SQLException {
        return new ItemView(
                item.code(),
                item.subject(),
                item.life(),
                item.level(),
                item.practice(),
                item.version(),
                row.getInt("number"),
                row.getString("type"),
                row.getString("chapter"),
                row.getString("difficulty"),
                row.getString("stem"),
                drafts.options(row.getString("options")),
                row.getString("explanation"),
                row.getString("source"),
                Items.picture(row),
                row.getString("digest"),
                history(item.code()),
                events(item.code()));
    }

    private ItemView discarded(Drafts.Standing item) {
        return new ItemView(
                item.code(),
                item.subject(),
                item.life(),
                item.level(),
                item.practice(),
                item.version(),
                0,
                "SINGLE",
                "",
                "1",
                "",
                List.of(),
                "",
                "",
                null,
                "",
                List.of(),
                events(item.code()));
    }
}
