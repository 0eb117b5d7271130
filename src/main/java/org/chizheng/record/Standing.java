package org.chizheng.record;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** What stands against or for a person on a day. */
@ApplicationScoped
public class Standing {
    private final Sql sql;

    public Standing(Sql sql) {
        this.sql = sql;
    }

    public boolean isBanned(UUID person, LocalDate on) {
        return sql.first(
                        "SELECT 1 FROM record_fact f WHERE person_id = ? AND kind = 'BAN' AND fact_on <= ? AND (valid_until IS NULL OR valid_until >= ?)"
                                + " AND NOT EXISTS (SELECT FROM record_withdrawal w WHERE w.fact_id = f.id)",
                        row -> true,
                        person,
                        on,
                        on)
                .isPresent();
    }

    public int theoryFailuresSince(UUID person, String qualification, LocalDate since) {
        return sql.list(
                        "SELECT 1 FROM record_fact f WHERE person_id = ? AND qualification = ? AND kind = 'THEORY_FAILED' AND fact_on >= ?"
                                + " AND NOT EXISTS (SELECT FROM record_withdrawal w WHERE w.fact_id = f.id)",
                        row -> true,
                        person,
                        qualification,
                        since)
                .size();
    }

    /** Whether a theory was passed in a qualification from a day on, a regrade not having taken it back. */
    public boolean hasPassedTheory(UUID person, String qualification, LocalDate since, LocalDate until) {
        return sql.first(
                        "SELECT 1 FROM record_fact f WHERE person_id = ? AND qualification = ? AND kind = 'THEORY_PASSED' AND fact_on BETWEEN ? AND ?"
                                + " AND NOT EXISTS (SELECT FROM record_withdrawal w WHERE w.fact_id = f.id) LIMIT 1",
                        row -> true,
                        person,
                        qualification,
                        since,
                        until)
                .isPresent();
    }

    /** The newest day in between on which the theory was passed, a regrade not having taken it back; empty without one. */
    public Optional<LocalDate> lastTheoryPass(UUID person, String qualification, LocalDate since, LocalDate until) {
        return sql.first(
                "SELECT f.fact_on FROM record_fact f WHERE person_id = ? AND qualification = ? AND kind = 'THEORY_PASSED' AND fact_on BETWEEN ? AND ?"
                        + " AND NOT EXISTS (SELECT FROM record_withdrawal w WHERE w.fact_id = f.id) ORDER BY f.fact_on DESC LIMIT 1",
                row -> Sql.date(row, "fact_on"),
                person,
                qualification,
                since,
                until);
    }

    /** How many practicals were passed, or failed, from a day on, a recheck not having taken the verdict back. */
    public int practicals(UUID person, String qualification, LocalDate since, boolean passed) {
        return sql.list(
                        "SELECT 1 FROM record_fact f WHERE person_id = ? AND qualification = ? AND kind = ? AND fact_on >= ?"
                                + " AND NOT EXISTS (SELECT FROM record_withdrawal w WHERE w.fact_id = f.id)",
                        row -> true,
                        person,
                        qualification,
                        passed ? "PRACTICAL_PASSED" : "PRACTICAL_FAILED",
                        since)
                .size();
    }
}
