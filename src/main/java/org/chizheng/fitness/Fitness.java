package org.chizheng.fitness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Requirements of people on post, counted by county, as the world was on a day and as far as it was known at an instant. */
@ApplicationScoped
public class Fitness {
    private static final String COUNT = """
            SELECT region, count(*) required, count(*) FILTER (WHERE covered) covered, count(*) FILTER (WHERE in_grace AND NOT covered) grace
            FROM fitness_on(?, ?) WHERE region LIKE ? GROUP BY region ORDER BY region""";
    private final Sql sql;

    public Fitness(Sql sql) {
        this.sql = sql;
    }

    /** grace: not covered, but within the policy's months after the appointment. */
    public record Count(String region, long required, long covered, long grace) {}

    /** @param scope a region's code; its own and all codes below it are counted */
    public List<Count> byCounty(String scope, LocalDate asOf, Instant knownAt) {
        return sql.list(
                COUNT,
                row -> new Count(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)),
                asOf,
                knownAt,
                scope.replaceAll("\\D", "") + "%");
    }
}
