package org.chizheng.goal;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** What has been done, by kind, year, month and city: one definition, from which every page adds up. At most twelve months × thirteen cities a year. */
@ApplicationScoped
public class Tallies {
    private static final String TRAINED = """
            SELECT year, month, city, persons FROM goal_tally WHERE year BETWEEN ? AND ? AND persons > 0""";
    private static final String REGISTERED = """
            SELECT extract(year FROM achieved_on)::int, extract(month FROM achieved_on)::int, left(region, 4), count(DISTINCT person_id), register FROM register_member
            WHERE register IN ('SPECIALIST', 'CADRE') AND known_until IS NULL AND achieved_on BETWEEN make_date(?, 1, 1) AND make_date(?, 12, 31)
            GROUP BY 1, 2, 3, 5""";
    private final Sql sql;

    public Tallies(Sql sql) {
        this.sql = sql;
    }

    /** Persons of a month. city: its code, or 32 for those whom the province itself keeps on its register. */
    public record Tally(GoalKind kind, int year, int month, String city, long persons) {}

    /** Of these years, both included. */
    public List<Tally> of(int first, int last) {
        List<Tally> trained = sql.list(
                TRAINED,
                row -> new Tally(GoalKind.OPERATING, row.getInt(1), row.getInt(2), row.getString(3), row.getLong(4)),
                first,
                last);
        List<Tally> registered = sql.list(
                REGISTERED,
                row -> new Tally(
                        GoalKind.valueOf(row.getString(5)),
                        row.getInt(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getLong(4)),
                first,
                last);
        return Stream.concat(trained.stream(), registered.stream()).toList();
    }
}
