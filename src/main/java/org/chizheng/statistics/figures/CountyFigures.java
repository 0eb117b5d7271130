package org.chizheng.statistics.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.statistics.figures.rule.Stretch;

/** A county by all that a requirement is broken down by at once. Of what is known now it is counted from the stretches of its enterprises; the work grows with what the county holds. */
@ApplicationScoped
public class CountyFigures {
    private static final String OF_COUNTY = """
            SELECT c.region, NULL, c.qualification, c.high_risk, g.industry, g.size, count(*), count(*) FILTER (WHERE i.cover = 2), count(*) FILTER (WHERE i.cover = 1)
            FROM figure_interval_%d i JOIN figure_cell c ON c.id = i.cell AND c.region = ? JOIN figure_cell g ON g.id = i.group_cell
            WHERE i.enterprise_id IN (SELECT enterprise_id FROM enterprise_fact WHERE region = ? AND known_until IS NULL UNION SELECT enterprise_id FROM site WHERE region = ?)
              AND i.from_day <= ? AND i.until_day > ?
            GROUP BY 1, 3, 4, 5, 6""";
    private final Sql sql;
    private final Moments moments;
    private final Changes changes;
    private final Recount recount;
    private final OfficialClock clock;

    CountyFigures(Sql sql, Moments moments, Changes changes, Recount recount, OfficialClock clock) {
        this.sql = sql;
        this.moments = moments;
        this.changes = changes;
        this.recount = recount;
        this.clock = clock;
    }

    /** @return cells with everything but the zone; of nothing, none */
    public Map<Cell, Counts> of(String county, LocalDate day) {
        return moments.at(null, moment -> {
            if (moment.people() == null || !moment.grouped()) {
                return withoutZones(recount.homes(List.of(county), day, clock.now()));
            }
            Map<Cell, Counts> found = new HashMap<>();
            sql.list(
                    OF_COUNTY.formatted(moment.generation()),
                    row -> found.put(Cells.cell(row, 1), new Counts(row.getLong(7), row.getLong(8), row.getLong(9))),
                    county,
                    county,
                    county,
                    day,
                    day);
            changes.each(
                    moment.generation(),
                    moment.people(),
                    null,
                    (person, stretch) -> move(found, stretch, county, day, Counts.of(stretch.cover())),
                    (person, stretch) ->
                            move(found, stretch, county, day, Counts.NONE.minus(Counts.of(stretch.cover()))));
            found.values().removeIf(Counts.NONE::equals);
            return found;
        });
    }

    /** As it was known at an instant: counted by the definition itself. @return cells with everything but the zone; of nothing, none */
    public Map<Cell, Counts> of(String county, LocalDate day, Instant knownAt) {
        return withoutZones(recount.homes(List.of(county), day, knownAt));
    }

    private static Map<Cell, Counts> withoutZones(Map<Cell, Counts> homes) {
        Map<Cell, Counts> found = new HashMap<>();
        homes.forEach((home, counts) -> found.merge(home.withoutZone(), counts, Counts::plus));
        return found;
    }

    private static void move(Map<Cell, Counts> found, Stretch stretch, String county, LocalDate day, Counts counts) {
        Cell cell = stretch.cell();
        if (cell.region().equals(county) && stretch.days().holds(Math.toIntExact(day.toEpochDay()))) {
            found.merge(cell.withoutZone(), counts, Counts::plus);
        }
    }
}
