package org.chizheng.practical;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Results of practicals. */
@ApplicationScoped
public class PracticalResults {
    private static final String WITHHELD = """
            SELECT r.id FROM practical_result r WHERE r.session_id = ? AND r.released_at IS NULL
              AND EXISTS (SELECT 1 FROM withheld_practical w WHERE w.candidate_id = r.candidate_id)""";
    private static final String SELECT =
            "SELECT r.*, EXISTS (SELECT FROM practical_result_change c WHERE c.result_id = r.id) AS changed FROM practical_result r ";
    private static final Sql.Row<PracticalResultView> RESULT = row -> new PracticalResultView(
            row.getObject("id", UUID.class),
            row.getObject("candidate_id", UUID.class),
            row.getObject("session_id", UUID.class),
            row.getObject("person_id", UUID.class),
            row.getString("qualification"),
            row.getString("policy"),
            row.getBigDecimal("points"),
            row.getInt("cut"),
            row.getBoolean("vetoed"),
            row.getBoolean("passed"),
            row.getInt("assessors"),
            Sql.instant(row, "judged_at"),
            Sql.instant(row, "released_at"),
            row.getBoolean("changed"));
    private final Sql sql;

    /** How a recheck or a decision on an incident moved a result. */
    public record Change(
            Instant at, BigDecimal oldPoints, BigDecimal newPoints, boolean oldPassed, boolean newPassed) {}

    public PracticalResults(Sql sql) {
        this.sql = sql;
    }

    public Optional<PracticalResultView> find(UUID id) {
        return sql.first(SELECT + "WHERE r.id = ?", RESULT, id);
    }

    public Optional<PracticalResultView> ofCandidate(UUID candidate) {
        return sql.first(SELECT + "WHERE r.candidate_id = ?", RESULT, candidate);
    }

    public List<PracticalResultView> ofSession(UUID session) {
        return sql.list(SELECT + "WHERE r.session_id = ? ORDER BY r.points DESC, r.id", RESULT, session);
    }

    public List<PracticalResultView> ofPerson(UUID person) {
        return sql.list(SELECT + "WHERE r.person_id = ? ORDER BY r.judged_at DESC", RESULT, person);
    }

    /** Whether the decision that stands on some incident lets the candidate's practical count nothing. */
    boolean isZeroed(UUID candidate) {
        return sql.first("SELECT 1 FROM practical_zero WHERE candidate_id = ? AND zero LIMIT 1", row -> true, candidate)
                .isPresent();
    }

    /** Results of a day that are not official yet and that a breach may take away which is not decided. */
    Set<UUID> withheld(UUID session) {
        return Set.copyOf(sql.list(WITHHELD, row -> row.getObject(1, UUID.class), session));
    }

    /** In their order. */
    public List<Change> changes(UUID result) {
        return sql.list(
                "SELECT * FROM practical_result_change WHERE result_id = ? ORDER BY changed_at",
                row -> new Change(
                        Sql.instant(row, "changed_at"),
                        row.getBigDecimal("old_points"),
                        row.getBigDecimal("new_points"),
                        row.getBoolean("old_passed"),
                        row.getBoolean("new_passed")),
                result);
    }
}
