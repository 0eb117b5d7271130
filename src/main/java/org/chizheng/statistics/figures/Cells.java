package org.chizheng.statistics.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final String ALL =
            "SELECT region, zone, qualification, high_risk, industry, size, id FROM figure_cell";
    private static final String INSERT =
            "INSERT INTO figure_cell (region, zone, qualification, high_risk, industry, size) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String HOMES = """
            SELECT DISTINCT coalesce(s.region, f.region), CASE WHEN s.id IS NULL THEN f.zone ELSE s.zone END, r.qualification, f.high_risk, NULL, NULL
            FROM requirement r JOIN post p ON p.id = r.post_id JOIN enterprise_fact f ON f.enterprise_id = p.enterprise_id AND f.known_until IS NULL
            LEFT JOIN site s ON s.id = p.site_id""";
    private static final String GROUPS = """
            SELECT DISTINCT left(coalesce(s.region, f.region), 4), NULL, NULL, NULL::boolean, coalesce(f.industry, ''), coalesce(f.size, '')
            FROM enterprise_fact f LEFT JOIN site s ON s.enterprise_id = f.enterprise_id
            UNION SELECT left(region, 4), NULL, NULL, NULL, coalesce(industry, ''), coalesce(size, '') FROM enterprise_fact""";
    private final Sql sql;
    private final Map<Cell, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, Cell> cells = new ConcurrentHashMap<>();
    private final Map<Cell, int[]> places = new ConcurrentHashMap<>();

    Cells(Sql sql) {
        this.sql = sql;
    }

    /**
     * Where a requirement is at home.
     *
     * @param place number of its place
     * @param group number of the sum of its group
     * @param sums numbers of all sums that it is part of, this one among them
     */
    record Home(int place, int group, int[] sums) {}

    /** Places and groups are few; what the two make together is never kept. */
    Home home(Cell cell) {
        Cell place = cell.place();
        int[] placeSums = places.computeIfAbsent(place, none -> numbers(cell.placeSums()));
        int group = number(cell.group());
        int[] sums = Arrays.copyOf(placeSums, placeSums.length + 1);
        sums[placeSums.length] = group;
        return new Home(number(place), group, sums);
    }

    private int number(Cell cell) {
        Integer number = numbers.get(cell);
        return number == null ? numbers(List.of(cell))[0] : number;
    }

    private int[] numbers(List<Cell> cells) {
        meet(cells);
        return cells.stream().mapToInt(numbers::get).toArray();
    }

    /** Numbers all cells that the posts and enterprises of today can need, so that a rebuild does not stop for each. */
    void prepare() {
        List<Cell> needed = new ArrayList<>(sql.list(GROUPS, row -> cell(row, 1)));
        for (Cell home : sql.list(HOMES, row -> cell(row, 1))) {
            needed.add(home);
            needed.addAll(home.placeSums());
        }
        meet(needed);
    }

    /** In a transaction of its own: whoever counts may yet fail, and others know the numbers by then. */
    private void meet(Collection<Cell> wanted) {
        List<Object[]> missing = wanted.stream()
                .distinct()
                .filter(cell -> !numbers.containsKey(cell))
                .map(cell -> new Object[] {
                    cell.region(), cell.zone(), cell.qualification(), cell.highRisk(), cell.industry(), cell.size()
                })
                .toList();
        if (!missing.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> {
                sql.batch(INSERT, missing);
                meetAll();
            });
        }
    }

    private void meetAll() {
        sql.list(ALL, row -> {
            Cell cell = cell(row, 1);
            cells.put(row.getInt(7), cell);
            return numbers.put(cell, row.getInt(7));
        });
    }

    /** Where the requirement is at home whose place and group have these numbers; group is null where sums by industry and size are not kept yet. */
    Cell at(int place, Integer group) {
        Cell home = cell(place);
        Cell of = group == null ? home : cell(group);
        return new Cell(home.region(), home.zone(), home.qualification(), home.highRisk(), of.industry(), of.size());
    }

    /** Another replica may have numbered it. */
    private Cell cell(int number) {
        if (!cells.containsKey(number)) {
            meetAll();
        }
        return cells.get(number);
    }

    /** From six columns, the first at this place. */
    static Cell cell(ResultSet row, int first) throws SQLException {
        boolean highRisk = row.getBoolean(first + 3);
        Boolean ofClass = row.wasNull() ? null : highRisk;
        return new Cell(
                row.getString(first),
                row.getString(first + 1),
                row.getString(first + 2),
                ofClass,
                row.getString(first + 4),
                row.getString(first + 5));
    }
}
