package org.chizheng.blueprint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.bank.Items;
import org.chizheng.blueprint.rule.Cells;
import org.chizheng.blueprint.rule.Quota;
import org.chizheng.common.Sql;

/** Blueprint revisions. */
@ApplicationScoped
public class Blueprints {
    private final Sql sql;
    private final Items items;

    public Blueprints(Sql sql, Items items) {
        this.sql = sql;
        this.items = items;
    }

    public Optional<Blueprint> find(UUID id) {
        return sql.first("SELECT * FROM blueprint WHERE id = ?", this::blueprint, id);
    }

    /** The newest revision for a qualification. */
    public Optional<Blueprint> newestFor(String qualification) {
        return sql.first(
                "SELECT b.* FROM blueprint b JOIN subject s ON s.code = b.subject WHERE s.qualification = ? ORDER BY b.created_at DESC LIMIT 1",
                this::blueprint,
                qualification);
    }

    Optional<Blueprint> newestByCode(String code) {
        return sql.first("SELECT * FROM blueprint WHERE code = ? ORDER BY number DESC LIMIT 1", this::blueprint, code);
    }

    /** How many items an exam may use there are by cell of these quotas. */
    public Map<Quota.Cell, Integer> available(String subject, List<Quota> quotas) {
        Map<Quota.Cell, Integer> held = new HashMap<>();
        items.held(subject)
                .forEach(h -> held.put(new Quota.Cell(h.type(), h.chapter(), h.difficulty(), h.level()), h.items()));
        return new Cells(quotas).count(held);
    }

    private Blueprint blueprint(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<Quota> quotas = sql.list(
                "SELECT * FROM blueprint_quota WHERE blueprint_id = ? ORDER BY type, chapter, difficulty, level",
                q -> new Quota(
                        q.getString("type"),
                        q.getString("chapter"),
                        q.getInt("difficulty"),
                        q.getInt("items"),
                        q.getInt("points"),
                        q.getString("level")),
                id);
        return new Blueprint(
                id,
                row.getString("code"),
                row.getInt("number"),
                row.getString("subject"),
                row.getString("digest"),
                quotas);
    }
}
