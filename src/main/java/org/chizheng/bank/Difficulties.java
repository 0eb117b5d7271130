package org.chizheng.bank;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Measured difficulties. */
@ApplicationScoped
public class Difficulties {
    private static final String NEWEST = """
            SELECT d.revision_id, d.a, d.b, d.error, d.responses FROM item_difficulty d
            WHERE d.run_id = (SELECT run_id FROM difficulty_measurement WHERE subject = ? ORDER BY measured_at DESC LIMIT 1)""";
    private final Sql sql;

    public Difficulties(Sql sql) {
        this.sql = sql;
    }

    /** By revision, those of the subject's newest measurement, which alone share a scale; the others go by their author's difficulty. */
    public Map<UUID, MeasuredDifficulty> of(String subject) {
        Map<UUID, MeasuredDifficulty> found = new HashMap<>();
        sql.list(
                NEWEST,
                row -> found.put(
                        row.getObject("revision_id", UUID.class),
                        new MeasuredDifficulty(
                                row.getDouble("a"),
                                row.getDouble("b"),
                                row.getDouble("error"),
                                row.getInt("responses"))),
                subject);
        return found;
    }
}
