package org.chizheng.workforce;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Enterprises and their posts. */
@ApplicationScoped
public class Enterprises {
    private static final Sql.Row<EnterpriseView> VIEW = row -> new EnterpriseView(
            row.getObject("id", UUID.class),
            row.getString("credit_code"),
            row.getString("name"),
            row.getString("region"),
            row.getBoolean("high_risk"));
    private final Sql sql;

    public Enterprises(Sql sql) {
        this.sql = sql;
    }

    public Optional<EnterpriseView> find(UUID id) {
        return sql.first("SELECT * FROM enterprise WHERE id = ?", VIEW, id);
    }

    /** Within a region, by name; at most 100 are shown, so a search narrows them. */
    public List<EnterpriseView> search(String scope, String words) {
        return sql.list(
                "SELECT * FROM enterprise WHERE region LIKE ? AND (strpos(name, ?) > 0 OR credit_code = ?) ORDER BY name LIMIT 100",
                VIEW,
                scope.replaceAll("\\D", "") + "%",
                words,
                words);
    }

    /** The enterprise of a person's standing at a post. */
    public Optional<UUID> ofAppointment(UUID appointment) {
        return sql.first(
                "SELECT p.enterprise_id FROM appointment a JOIN post p ON p.id = a.post_id WHERE a.id = ?",
                row -> row.getObject(1, UUID.class),
                appointment);
    }

    public List<PostView> posts(UUID enterprise) {
        return sql.list(
                "SELECT * FROM post WHERE enterprise_id = ? ORDER BY title",
                row -> new PostView(
                        row.getObject("id", UUID.class),
                        row.getObject("enterprise_id", UUID.class),
                        row.getString("title")),
                enterprise);
    }

    public Optional<PostView> post(UUID id) {
        return sql.first(
                "SELECT * FROM post WHERE id = ?",
                row -> new PostView(
                        row.getObject("id", UUID.class),
                        row.getObject("enterprise_id", UUID.class),
                        row.getString("title")),
                id);
    }
}
