package org.chizheng.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Approved revisions. */
@ApplicationScoped
public class Items {
    private static final TypeReference<List<Revision.Option>> OPTIONS = new TypeReference<>() {};
    private final Sql sql;
    private final ObjectMapper json;

    public Items(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The newest approved revision of each item that an exam may use, in the order of the item codes: none in the share published for practice. */
    public List<Revision> current(String subject) {
        return newest(subject, false);
    }

    /** The newest approved revision of each item published for practice, in the order of the item codes. */
    public List<Revision> forPractice(String subject) {
        return newest(subject, true);
    }

    private List<Revision> newest(String subject, boolean practice) {
        return sql.list(
                "SELECT DISTINCT ON (r.item) r.*, i.level, f.width, f.height FROM item_revision r JOIN item i ON i.code = r.item"
                        + " LEFT JOIN figure f ON f.digest = r.figure WHERE i.subject = ? AND NOT i.retired AND i.practice = ? ORDER BY r.item, r.number DESC",
                this::revision,
                subject,
                practice);
    }

    /** How many items of one kind an exam may use. */
    public record Held(String type, String chapter, int difficulty, String level, int items) {}

    /** By type, chapter, difficulty and bank. */
    public List<Held> held(String subject) {
        return sql.list(
                "SELECT type, chapter, difficulty, level, count(*) items FROM (SELECT DISTINCT ON (r.item) r.type, r.chapter, r.difficulty, i.level"
                        + " FROM item_revision r JOIN item i ON i.code = r.item WHERE i.subject = ? AND NOT i.retired AND NOT i.practice"
                        + " ORDER BY r.item, r.number DESC) newest GROUP BY 1, 2, 3, 4",
                row -> new Held(
                        row.getString("type"),
                        row.getString("chapter"),
                        row.getInt("difficulty"),
                        row.getString("level"),
                        row.getInt("items")),
                subject);
    }

    /** The revisions that a batch was committed with, in its order. */
    public List<Revision> committed(UUID batch) {
        return sql.list(
                "SELECT r.*, p.level, f.width, f.height FROM paper_batch_pool p JOIN item_revision r ON r.id = p.revision_id"
                        + " LEFT JOIN figure f ON f.digest = r.figure WHERE p.batch_id = ? ORDER BY p.ordinal",
                this::revision,
                batch);
    }

    Revision revision(ResultSet row) throws SQLException {
        try {
            return new Revision(
                    row.getObject("id", UUID.class),
                    row.getString("item"),
                    row.getString("type"),
                    row.getString("chapter"),
                    row.getInt("difficulty"),
                    row.getString("stem"),
                    json.readValue(row.getString("options"), OPTIONS),
                    picture(row),
                    row.getString("digest"),
                    row.getString("level"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Revision.Picture picture(ResultSet row) throws SQLException {
        String digest = row.getString("figure");
        return digest == null
                ? null
                : new Revision.Picture(digest, row.getString("figure_alt"), row.getInt("width"), row.getInt("height"));
    }
}
