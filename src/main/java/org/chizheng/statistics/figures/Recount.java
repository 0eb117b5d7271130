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
    private static final String COUNT = """
            SELECT f.region, f.zone, f.qualification, e.high_risk, count(*), count(f.covered_until), count(*) FILTER (WHERE f.in_grace AND f.covered_until IS NULL)
            FROM fitness_on(?, ?) f JOIN enterprise e ON e.id = f.enterprise_id %s GROUP BY 1, 2, 3, 4""";
    private static final String EVERYWHERE = COUNT.formatted("");
    private static final String THERE = COUNT.formatted("WHERE f.region = ANY (?)");
    private final Sql sql;

    Recount(Sql sql) {
        this.sql = sql;
    }

    /** All sums of all regions. */
    public Map<Cell, Counts> all(LocalDate day, Instant knownAt) {
        return sums(EVERYWHERE, day, knownAt);
    }

    /** The work grows with what these counties hold. */
    Map<Cell, Counts> in(Collection<String> counties, LocalDate day, Instant knownAt) {
        return sums(THERE, day, knownAt, counties.toArray(String[]::new));
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
