package org.chizheng.statistics.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Pass rates and steps as they were counted last. */
@ApplicationScoped
class ForecastCounts {
    private final Sql sql;

    ForecastCounts(Sql sql) {
        this.sql = sql;
    }

    /** Results of a part of an examination in the months of the count. */
    record Pass(String qualification, String part, long results, long passed) {}

    /** Requirements that stand at a step; grace: not held, within the months of grace. */
    record Stood(Place place, String step, boolean grace, long requirements) {}

    /** @param resultsUntil the first day after the months of the results */
    record Count(Instant countedAt, LocalDate resultsFrom, LocalDate resultsUntil, List<Pass> passes) {}

    /** Empty before the first. */
    Optional<Count> newest() {
        return sql.first(
                "SELECT * FROM forecast_run ORDER BY day DESC LIMIT 1",
                row -> new Count(
                        Sql.instant(row, "counted_at"),
                        Sql.date(row, "results_from"),
                        Sql.date(row, "results_until"),
                        passes(Sql.date(row, "day"))));
    }

    private List<Pass> passes(LocalDate day) {
        return sql.list(
                "SELECT * FROM forecast_pass WHERE day = ?",
                row -> new Pass(
                        row.getString("qualification"),
                        row.getString("part"),
                        row.getLong("results"),
                        row.getLong("passed")),
                day);
    }

    /** Of cities, in the newest count. */
    List<Stood> steps(List<String> cities) {
        return sql.list(
                "SELECT * FROM forecast_step WHERE day = (SELECT max(day) FROM forecast_run) AND city = ANY (?)",
                row -> new Stood(
                        new Place(row.getString("city"), row.getString("qualification")),
                        row.getString("step"),
                        row.getBoolean("grace"),
                        row.getLong("requirements")),
                (Object) cities.toArray(String[]::new));
    }
}
