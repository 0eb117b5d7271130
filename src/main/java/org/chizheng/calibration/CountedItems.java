package org.chizheng.calibration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.Revision;
import org.chizheng.common.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Revisions that were answered, by their short numbers. */
@ApplicationScoped
class CountedItems {
    private static final TypeReference<List<Revision.Option>> OPTIONS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final String SELECT = """
            SELECT c.number counted, r.*, i.retired, k.right_texts, r.number = (SELECT max(n.number) FROM item_revision n WHERE n.item = r.item) newest
            FROM counted_item c JOIN item_revision r ON r.id = c.revision_id JOIN item i ON i.code = r.item
            LEFT JOIN corrected_key k ON k.revision_id = r.id""";
    private final Sql sql;
    private final ObjectMapper json;

    CountedItems(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** In the order of codes, the newest revision first. */
    List<CountedItem> of(String subject) {
        return sql.list(SELECT + " WHERE c.subject = ? ORDER BY r.item, r.number DESC", this::item, subject);
    }

    /** The revisions of one item, the newest first. */
    List<CountedItem> ofItem(String code) {
        return sql.list(SELECT + " WHERE r.item = ? ORDER BY r.number DESC", this::item, code);
    }

    /** Those of them that were answered, in no order. */
    List<CountedItem> ofRevisions(Collection<UUID> revisions) {
        return sql.list(SELECT + " WHERE r.id = ANY (?)", this::item, (Object) revisions.toArray(UUID[]::new));
    }

    /** The keys of today by number. */
    Map<Integer, Integer> keys(Collection<UUID> revisions) {
        Map<Integer, Integer> keys = new HashMap<>();
        ofRevisions(revisions).forEach(item -> keys.put(item.number(), item.key()));
        return keys;
    }

    /** The numbers of the revisions; those that have none yet get one. In the acting transaction. */
    Map<UUID, Integer> numbers(String subject, Collection<UUID> revisions) {
        Map<UUID, Integer> numbers = known(revisions);
        List<Object[]> rows = new ArrayList<>();
        for (UUID revision : new TreeSet<>(revisions)) {
            if (!numbers.containsKey(revision)) {
                rows.add(new Object[] {revision, subject});
            }
        }
        if (rows.isEmpty()) {
            return numbers;
        }
        sql.batch("INSERT INTO counted_item (revision_id, subject) VALUES (?, ?) ON CONFLICT DO NOTHING", rows);
        return known(revisions);
    }

    /** The numbers of those that have one. */
    Map<UUID, Integer> known(Collection<UUID> revisions) {
        Map<UUID, Integer> numbers = new HashMap<>();
        sql.list(
                "SELECT revision_id, number FROM counted_item WHERE revision_id = ANY (?)",
                row -> numbers.put(row.getObject(1, UUID.class), row.getInt(2)),
                (Object) revisions.toArray(UUID[]::new));
        return numbers;
    }

    /** @param corrected texts of the options that are right now; null if the key stands as it was approved */
    private List<Revision.Option> options(String approved, String corrected) throws JsonProcessingException {
        List<Revision.Option> options = json.readValue(approved, OPTIONS);
        if (corrected == null) {
            return options;
        }
        List<String> right = json.readValue(corrected, TEXTS);
        return options.stream()
                .map(option -> new Revision.Option(option.text(), right.contains(option.text())))
                .toList();
    }

    private CountedItem item(ResultSet row) throws SQLException {
        try {
            return new CountedItem(
                    row.getInt("counted"),
                    row.getObject("id", UUID.class),
                    row.getString("item"),
                    row.getInt("number"),
                    row.getBoolean("newest"),
                    row.getBoolean("retired"),
                    row.getString("type"),
                    row.getString("chapter"),
                    row.getInt("difficulty"),
                    row.getString("stem"),
                    options(row.getString("options"), row.getString("right_texts")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
