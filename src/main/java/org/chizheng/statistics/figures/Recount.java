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
    /** The class is that of the enterprise on the day, as it was known. */
    private static final String COUNT = """
            SELECT f.region, f.zone, f.qualification, coalesce(c.high_risk, false), count(*), count(f.covered_until), count(*) FILTER (WHERE f.in_grace AND f.covered_until IS NULL)
            FROM fitness_on(?, ?) f
            LEFT JOIN enterprise_fact c ON c.enterprise_id = f.enterprise_id AND c.valid_from <= ? AND (c.valid_until IS NULL OR c.valid_until > ?)
              AND c.known_from <= ? AND (c.known_until IS NULL OR c.known_until > ?)
            %s GROUP BY 1, 2, 3, 4""";

    private static final String EVERYWHERE = COUNT.formatted("");
    private static final String THERE = COUNT.formatted("WHERE f.region = ANY (?)");
    private final Sql sql;

    Recount(Sql sql) {
        this.sql = sql;
    }

    /** All sums of all regions. */
    public Map<Cell, Counts> all(LocalDate day, Instant knownAt) {
        return sums(EVERYWHERE, day, knownAt, day, day, knownAt, knownAt);
    }

    /** The work grows with what these counties hold. */
    Map<Cell, Counts> in(Collection<String> counties, LocalDate day, Instant knownAt) {
        return sums(THERE, day, knownAt, day, day, knownAt, knownAt, counties.toArray(String[]::new));
    }

    private Map<Cell, Counts> sums(String statement, Object... parameters) {
        Map<Cell, Counts> sums = new HashMap<>();
        sql.list(
                statement,
                row -> {
                    Counts counts = new Counts(row.getLong(5), row.getLong(6), row.getLong(7));
                    Cells.cell(row, 1).sums().forEach(sum -> sums.merge(sum, counts, Counts::plus));
                    return null;
                },
                parameters);
        return sums;
    }
}
