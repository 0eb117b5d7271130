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
