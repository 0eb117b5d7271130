package org.chizheng.statistics.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.statistics.figures.Curves.Change;
import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Counts;

/** The sums that are kept. What one is on a day is read from its years, the months of that year and the days of that month, so it costs the same on every day. */
@ApplicationScoped
class Sums {
    /** The regions stand where the planner does not look, so that one plan serves all calls: to make it takes longer than to read what it finds. OFFSET 0 has each day looked up by itself; joined, all days of a cell would be read. */
    private static final String ON_DAYS = """
            SELECT c.region, c.zone, c.qualification, c.high_risk, c.industry, c.size, s.place, sum(s.required), sum(s.covered), sum(s.grace)
            FROM figure_cell c
            CROSS JOIN LATERAL (
              SELECT 1 AS place, required, covered, grace FROM figure_sum_%1$d WHERE cell = c.id AND grain = 2 AND day < ?::date
              UNION ALL SELECT 1 + width_bucket(day, ?::date[]), required, covered, grace FROM figure_sum_%1$d
              WHERE cell = c.id AND grain = 1 AND day >= ?::date AND day < ?::date
              UNION ALL SELECT -d.place, n.required, n.covered, n.grace FROM unnest(?::date[]) WITH ORDINALITY d (day, place) CROSS JOIN LATERAL (
                SELECT required, covered, grace FROM figure_sum_%1$d
                WHERE cell = c.id AND grain = 0 AND day >= date_trunc('month', d.day)::date AND day <= d.day OFFSET 0) n) s
            WHERE c.region = ANY (ARRAY(SELECT unnest(?::text[]))) AND c.zone IS NULL AND %2$s GROUP BY c.id, s.place""";

    private static final String ADD = """
            INSERT INTO figure_sum_%1$d AS s (cell, grain, day, required, covered, grace)
            SELECT * FROM unnest(?::int[], ?::smallint[], ?::date[], ?::int[], ?::int[], ?::int[])
            ON CONFLICT (cell, grain, day) DO UPDATE
            SET required = s.required + excluded.required, covered = s.covered + excluded.covered, grace = s.grace + excluded.grace""";
    private final Sql sql;

    Sums(Sql sql) {
        this.sql = sql;
    }

    /** Which sums of a region; ALL is all that are published. */
    enum Kind {
        TOTAL("c.qualification IS NULL AND c.high_risk IS NULL AND c.industry IS NULL"),
        BY_QUALIFICATION("c.qualification IS NOT NULL AND length(c.region) = 4"),
        BY_INDUSTRY_AND_SIZE("c.industry IS NOT NULL"),
        ALL("(c.qualification IS NULL OR length(c.region) = 4)");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }

        boolean grouped() {
            return this == BY_INDUSTRY_AND_SIZE || this == ALL;
        }
    }

    /**
     * What comes before a day by years and months counts for the later ones too, so that each change is read once however many days are asked for.
     *
     * @return in the order of the days; cells that nothing was ever counted in are missing
     */
    List<Map<Cell, Counts>> on(int generation, List<String> regions, Kind kind, List<LocalDate> days) {
        List<LocalDate> sorted = days.stream().sorted().toList();
        List<LocalDate> months =
                sorted.stream().map(day -> day.withDayOfMonth(1)).toList();
        LocalDate year = sorted.get(0).withDayOfYear(1);
        List<Map<Cell, Counts>> found = new ArrayList<>();
        sorted.forEach(day -> found.add(new HashMap<>()));
        sql.list(
                ON_DAYS.formatted(generation, kind.condition),
                row -> count(
                        found,
                        row.getInt(7),
                        Cells.cell(row, 1),
                        new Counts(row.getLong(8), row.getLong(9), row.getLong(10))),
                year,
                texts(months),
                year,
                months.get(months.size() - 1),
                texts(sorted),
                regions.toArray(String[]::new));
        return days.stream()
                .<Map<Cell, Counts>>map(day -> new HashMap<>(found.get(sorted.indexOf(day))))
                .toList();
    }

    private static String[] texts(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    /** @param place of the first day that it counts for, from 1; below 0 of the only one */
    private static Counts count(List<Map<Cell, Counts>> found, int place, Cell cell, Counts counts) {
        int last = place < 0 ? -place : found.size();
        found.subList(Math.abs(place) - 1, last).forEach(sums -> sums.merge(cell, counts, Counts::plus));
        return counts;
    }

    void add(int generation, Curves curves) {
        List<Change> changes = new ArrayList<>();
        curves.each(changes::add);
        sql.update(
                ADD.formatted(generation),
                changes.stream().map(Change::cell).toArray(Integer[]::new),
                changes.stream().map(Change::grain).toArray(Integer[]::new),
                changes.stream().map(change -> change.day().toString()).toArray(String[]::new),
                changes.stream().map(Change::required).toArray(Integer[]::new),
                changes.stream().map(Change::covered).toArray(Integer[]::new),
                changes.stream().map(Change::grace).toArray(Integer[]::new));
    }
}
