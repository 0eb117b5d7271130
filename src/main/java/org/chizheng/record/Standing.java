package org.chizheng.record;

import java.time.LocalDate;
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
                        "SELECT 1 FROM record_fact WHERE person_id = ? AND kind = 'BAN' AND fact_on <= ? AND (valid_until IS NULL OR valid_until >= ?)",
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
}
