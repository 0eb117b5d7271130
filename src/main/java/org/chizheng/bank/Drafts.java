package org.chizheng.bank;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.rule.ItemLife;
import org.chizheng.common.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Where items stand in their life, their open drafts, and who has work to do. */
@ApplicationScoped
public class Drafts {
    private static final TypeReference<List<Revision.Option>> OPTIONS = new TypeReference<>() {};
    private static final int LONGEST_LIST = 100;
    private static final String STANDING = """
            SELECT i.*, COALESCE((SELECT max(number) FROM item_revision WHERE item = i.code), 0) AS revision, d.state, d.version, d.editors
              FROM item i LEFT JOIN item_draft d ON d.item = i.code WHERE i.code = ?""";
    private static final String DRAFT = """
            SELECT d.*, i.subject, f.media_type, f.bytes, f.width, f.height FROM item_draft d JOIN item i ON i.code = d.item
              LEFT JOIN figure f ON f.digest = d.figure WHERE d.item = ?""";
    private static final String APPROVED = """
            SELECT r.*, f.media_type, f.bytes, f.width, f.height FROM item_revision r LEFT JOIN figure f ON f.digest = r.figure
             WHERE r.item = ? ORDER BY r.number DESC LIMIT 1""";
    private static final String COUNTS = """
            SELECT (SELECT count(*) FROM item_draft WHERE author = ?) AS mine,
                   (SELECT count(*) FROM item_draft WHERE author = ? AND returned_by IS NOT NULL) AS returned,
                   (SELECT count(*) FROM item_draft WHERE state = 'IN_REVIEW' AND ? <> ALL (editors)) AS waiting""";
    private static final String MINE = """
            SELECT d.*, i.subject FROM item_draft d JOIN item i ON i.code = d.item WHERE d.author = ? ORDER BY d.changed_at DESC LIMIT\s""" + LONGEST_LIST;
    private static final String WAITING = """
            SELECT d.*, i.subject FROM item_draft d JOIN item i ON i.code = d.item WHERE d.state = 'IN_REVIEW' AND ? <> ALL (d.editors)
             ORDER BY d.changed_at LIMIT\s""" + LONGEST_LIST;
    private final Sql sql;
    private final ObjectMapper json;

    public Drafts(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** An item as a whole. version: of its open draft, 0 when there is none. */
    public record Standing(String code, String subject, ItemLife life, String level, boolean practice, int version) {}

    /** How many drafts an account has begun that are open, how many of them were returned, how many of others wait for its review. */
    public record Work(int mine, int returned, int waiting) {}

    /** A draft in a list of work; since: its last change or submission. */
    public record Task(
            String code, String subject, String stem, String state, boolean returned, String author, Instant since) {}

    public Optional<Standing> standing(String code) {
        return sql.first(
                STANDING,
                row -> new Standing(
                        row.getString("code"),
                        row.getString("subject"),
                        life(row),
                        row.getString("level"),
                        row.getBoolean("practice"),
                        row.getInt("version")),
                code);
    }

    private static ItemLife life(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new ItemLife(
                row.getInt("revision"),
                row.getBoolean("retired"),
                state == null ? ItemLife.Stage.NONE : ItemLife.Stage.valueOf(state),
                state == null ? Set.of() : Set.copyOf(texts(row.getArray("editors"))));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    public Optional<DraftView> find(String code) {
        return sql.first(
                DRAFT,
                row -> new DraftView(
                        code,
                        row.getString("subject"),
                        row.getInt("version"),
                        row.getString("state"),
                        row.getInt("base"),
                        row.getString("author"),
                        texts(row.getArray("editors")),
                        text(row),
                        row.getString("level"),
                        row.getBoolean("practice"),
                        row.getString("returned_by"),
                        row.getString("returned_reason"),
                        row.getString("changed_by"),
                        Sql.instant(row, "changed_at")),
                code);
    }

    /** The newest approved text, to be held against a draft or to begin one with. */
    public Optional<ItemDraft> approved(String code) {
        return sql.first(APPROVED, this::text, code);
    }

    public Work work(String account) {
        return sql.first(
                        COUNTS,
                        row -> new Work(row.getInt("mine"), row.getInt("returned"), row.getInt("waiting")),
                        account,
                        account,
                        account)
                .orElseThrow();
    }

    /** The account's own drafts, the newest change first, a hundred at most. */
    public List<Task> mine(String account) {
        return sql.list(MINE, Drafts::task, account);
    }

    /** Drafts that wait for a review and have none of the account's words, the longest waiting first, a hundred at most. */
    public List<Task> waiting(String account) {
        return sql.list(WAITING, Drafts::task, account);
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getString("item"),
                row.getString("subject"),
                row.getString("stem"),
                row.getString("state"),
                row.getString("returned_by") != null,
                row.getString("author"),
                Sql.instant(row, "changed_at"));
    }

    private ItemDraft text(ResultSet row) throws SQLException {
        Figure figure = row.getString("figure") == null
                ? null
                : new Figure(
                        row.getString("media_type"), row.getBytes("bytes"), row.getInt("width"), row.getInt("height"));
        return new ItemDraft(
                row.getString("type"),
                row.getString("chapter"),
                row.getInt("difficulty"),
                row.getString("stem"),
                options(row.getString("options")),
                row.getString("explanation"),
                row.getString("source"),
                figure,
                row.getString("figure_alt"));
    }

    List<Revision.Option> options(String text) {
        try {
            return json.readValue(text, OPTIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
