package org.chizheng.bank;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** The share of the bank published for practice. What is not, or no longer, in it is not found, whoever asks by whatever name. */
@ApplicationScoped
public class PublishedItems {
    private static final String REVISIONS = """
            SELECT r.*, i.level, f.width, f.height FROM item_revision r JOIN item i ON i.code = r.item LEFT JOIN figure f ON f.digest = r.figure
            WHERE r.id = ANY (?) AND i.practice AND NOT i.retired""";
    private static final String FIGURE = """
            SELECT 1 FROM item_revision r JOIN item i ON i.code = r.item WHERE r.figure = ? AND i.practice AND NOT i.retired LIMIT 1""";
    private final Sql sql;
    private final Items items;
    private final Figures figures;

    public PublishedItems(Sql sql, Items items, Figures figures) {
        this.sql = sql;
        this.items = items;
        this.figures = figures;
    }

    /** Those of the revisions that are published, by their ids; older revisions of published items too. */
    public Map<UUID, PublishedItem> find(Collection<UUID> revisions) {
        Map<UUID, PublishedItem> found = new HashMap<>();
        sql.list(
                        REVISIONS,
                        row -> new PublishedItem(
                                items.revision(row), row.getString("explanation"), row.getString("source")),
                        (Object) revisions.toArray(UUID[]::new))
                .forEach(item -> found.put(item.revision().id(), item));
        return found;
    }

    /** A figure that belongs to a published item. */
    public Optional<Figure> figure(String digest) {
        return sql.first(FIGURE, row -> true, digest).flatMap(published -> figures.find(digest));
    }
}
