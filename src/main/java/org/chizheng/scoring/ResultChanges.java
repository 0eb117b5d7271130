package org.chizheng.scoring;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** The history of results. */
@ApplicationScoped
public class ResultChanges {
    private static final String OF_PERSON = """
            SELECT c.*, CASE WHEN c.recheck_id IS NOT NULL THEN 'RECHECK' WHEN c.decision_id IS NOT NULL THEN 'INCIDENT' ELSE g.remedy END AS remedy
            FROM result r JOIN result_change c ON c.result_id = r.id LEFT JOIN regrade g ON g.id = c.regrade_id
            WHERE r.person_id = ? ORDER BY c.changed_at, g.turn""";
    private final Sql sql;

    ResultChanges(Sql sql) {
        this.sql = sql;
    }

    /** What happened to one person's results. */
    public record History(List<ResultChange> changes) {
        public History {
            changes = List.copyOf(changes);
        }

        /** The oldest first. */
        public List<ResultChange> of(UUID result) {
            return changes.stream()
                    .filter(change -> change.result().equals(result))
                    .toList();
        }
    }

    public History ofPerson(UUID person) {
        return new History(sql.list(
                OF_PERSON,
                row -> new ResultChange(
                        row.getObject("result_id", UUID.class),
                        row.getString("remedy"),
                        row.getInt("old_raw"),
                        row.getInt("new_raw"),
                        row.getBoolean("old_passed"),
                        row.getBoolean("new_passed"),
                        Sql.instant(row, "changed_at")),
                person));
    }
}
