package org.chizheng.statistics.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.statistics.figures.rule.Cell;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The numbers of cells: rows use them, there are some ten thousand, and none ever goes or changes. */
@ApplicationScoped
class Cells {
    private static final String ALL = "SELECT region, zone, qualification, high_risk, id FROM figure_cell";
    private static final String INSERT =
            "INSERT INTO figure_cell (region, zone, qualification, high_risk) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String HOMES = """
            SELECT DISTINCT coalesce(s.region, f.region), CASE WHEN s.id IS NULL THEN f.zone ELSE s.zone END, r.qualification, f.high_risk
            FROM requirement r JOIN post p ON p.id = r.post_id JOIN enterprise_fact f ON f.enterprise_id = p.enterprise_id AND f.known_until IS NULL
            LEFT JOIN site s ON s.id = p.site_id""";
    private final Sql sql;
    private final Map<Cell, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Cell, Home> homes = new ConcurrentHashMap<>();

    Cells(Sql sql) {
        this.sql = sql;
    }

    /** A cell where requirements are at home, and the sums that they are part of. */
    record Home(int number, int[] sums) {}

    Home home(Cell cell) {
        return homes.computeIfAbsent(cell, home -> {
            List<Cell> sums = home.sums();
            List<Cell> wanted = new ArrayList<>(sums);
            wanted.add(home);
            meet(wanted);
            return new Home(
                    numbers.get(home), sums.stream().mapToInt(numbers::get).toArray());
        });
    }

    /** Numbers all cells that the posts of today can need, so that a rebuild does not stop for each. */
    void prepare() {
        List<Cell> needed = new ArrayList<>();
        for (Cell home : sql.list(HOMES, row -> cell(row, 1))) {
            needed.add(home);
            needed.addAll(home.sums());
        }
        meet(needed);
    }

    /** In a transaction of its own: whoever counts may yet fail, and others know the numbers by then. */
    private void meet(Collection<Cell> wanted) {
        List<Object[]> missing = wanted.stream()
                .distinct()
                .filter(cell -> !numbers.containsKey(cell))
                .map(cell -> new Object[] {cell.region(), cell.zone(), cell.qualification(), cell.highRisk()})
                .toList();
        if (!missing.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> {
                sql.batch(INSERT, missing);
                sql.list(ALL, row -> numbers.put(cell(row, 1), row.getInt(5)));
            });
        }
    }

    /** From four columns, the first at this place. */
    static Cell cell(ResultSet row, int first) throws SQLException {
        boolean highRisk = row.getBoolean(first + 3);
        Boolean ofClass = row.wasNull() ? null : highRisk;
        return new Cell(row.getString(first), row.getString(first + 1), row.getString(first + 2), ofClass);
    }
}
