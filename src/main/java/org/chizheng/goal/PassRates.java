package org.chizheng.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.goal.rule.Share;

/** Pass rates of training tests as they were counted last. */
@ApplicationScoped
public class PassRates {
    private final Sql sql;

    public PassRates(Sql sql) {
        this.sql = sql;
    }

    /**
     * A count with the numbers it was made by.
     *
     * @param onPost passed of required by city: on post longer than the months of the newly hired
     * @param newly the newly hired
     */
    public record Count(
            LocalDate day,
            Instant countedAt,
            int hireMonths,
            int passMonths,
            Map<String, Share> onPost,
            Map<String, Share> newly) {}

    /** The last one until that day; empty before the first. */
    public Optional<Count> newest(LocalDate day) {
        return sql.first(
                        "SELECT * FROM goal_pass_run WHERE day <= ? ORDER BY day DESC LIMIT 1",
                        row -> new Count(
                                Sql.date(row, "day"),
                                Sql.instant(row, "counted_at"),
                                row.getInt("hire_months"),
                                row.getInt("pass_months"),
                                new HashMap<>(),
                                new HashMap<>()),
                        day)
                .map(this::filled);
    }

    private Count filled(Count count) {
        sql.list(
                "SELECT * FROM goal_pass_day WHERE day = ?",
                row -> (row.getBoolean("newly") ? count.newly() : count.onPost())
                        .put(row.getString("city"), new Share(row.getLong("passed"), row.getLong("required"))),
                count.day());
        return count;
    }
}
