package org.chizheng.statistics.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Counts;

/** Counts everything again by the definition itself, the function fitness_on: slow where many people are, and what every kept figure must agree with. */
@ApplicationScoped
public class Recount {
    /** Class, industry and size are those of the enterprise on the day, as it was known. */
    private static final String COUNT = """
            SELECT f.region, f.zone, f.qualification, coalesce(c.high_risk, false), coalesce(c.industry, ''), coalesce(c.size, ''), count(*), count(f.covered_until), count(*) FILTER (WHERE f.in_grace AND f.covered_until IS NULL)
            FROM fitness_on(?, ?) f
            LEFT JOIN enterprise_fact c ON c.enterprise_id = f.enterprise_id AND c.valid_from <= ? AND (c.valid_until IS NULL OR c.valid_until > ?)
              AND c.known_from <= ? AND (c.known_until IS NULL OR c.known_until > ?)
            %s GROUP BY 1, 2, 3, 4, 5, 6""";

    private static final String EVERYWHERE = COUNT.formatted("");
    private static final String THERE = COUNT.formatted("WHERE f.region = ANY (?)");
    private final Sql sql;

    Recount(Sql sql) {
        this.sql = sql;
    }

    /** All sums of all regions. */
    public Map<Cell, Counts> all(LocalDate day, Instant knownAt) {
        return sums(homes(EVERYWHERE, day, knownAt, day, day, knownAt, knownAt));
    }

    /** The work grows with what these counties hold. */
    Map<Cell, Counts> in(Collection<String> counties, LocalDate day, Instant knownAt) {
        return sums(homes(counties, day, knownAt));
    }

    /** Where the requirements of these counties are at home. */
    Map<Cell, Counts> homes(Collection<String> counties, LocalDate day, Instant knownAt) {
        return homes(THERE, day, knownAt, day, day, knownAt, knownAt, counties.toArray(String[]::new));
    }

    private Map<Cell, Counts> homes(String statement, Object... parameters) {
        Map<Cell, Counts> homes = new HashMap<>();
        sql.list(
                statement,
                row -> homes.put(Cells.cell(row, 1), new Counts(row.getLong(7), row.getLong(8), row.getLong(9))),
                parameters);
        return homes;
    }

    private static Map<Cell, Counts> sums(Map<Cell, Counts> homes) {
        Map<Cell, Counts> sums = new HashMap<>();
        homes.forEach((home, counts) -> home.sums().forEach(sum -> sums.merge(sum, counts, Counts::plus)));
        return sums;
    }
}
