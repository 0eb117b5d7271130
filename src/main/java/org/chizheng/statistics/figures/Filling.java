package org.chizheng.statistics.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

import org.chizheng.statistics.figures.rule.Law;
import org.chizheng.statistics.figures.rule.Span;
import org.chizheng.statistics.figures.rule.Stretch;
import org.chizheng.statistics.figures.rule.Timeline;

import io.agroal.api.AgroalDataSource;

/** One part of the people of a rebuild: their facts are read as a stream, their stretches copied as they come, to be laid down enterprise by enterprise later. */
final class Filling {
    private final AgroalDataSource source;
    private final Cells cells;
    private final Law law;
    private final String snapshot;
    private final Facts.Reach reach;

    Filling(AgroalDataSource source, Cells cells, Law law, String snapshot, Facts.Reach reach) {
        this.source = source;
        this.cells = cells;
        this.law = law;
        this.snapshot = snapshot;
        this.reach = reach;
    }

    Curves fill() throws SQLException {
        Curves curves = new Curves();
        Places places = new Places(cells, curves);
        Connection seen = Snapshot.on(source, snapshot);
        try (Connection written = source.getConnection();
                BinaryCopy rows = new BinaryCopy(written, "figure_filling", Intervals.COLUMNS);
                Facts facts = new Facts(seen, reach, null)) {
            for (Facts.Known one = facts.next(); one != null; one = facts.next()) {
                for (Stretch stretch : Timeline.of(one.facts(), law)) {
                    places.at(stretch.cell());
                    places.count(stretch);
                    add(rows, one.id(), stretch, places.place(), places.group());
                }
            }
            rows.end();
        } finally {
            Snapshot.end(seen);
        }
        return curves;
    }

    private static void add(BinaryCopy rows, UUID person, Stretch stretch, int place, int group) throws SQLException {
        rows.row(8)
                .uuid(person)
                .uuid(stretch.appointment())
                .uuid(stretch.enterprise())
                .number(place)
                .small(stretch.cover().ordinal())
                .day(stretch.days().from());
        if (stretch.days().until() == Span.FOREVER) {
            rows.infinity();
        } else {
            rows.day(stretch.days().until());
        }
        rows.number(group);
    }

    /** The sums of all parts. */
    static void copy(AgroalDataSource source, int generation, Curves curves) throws SQLException {
        try (Connection written = source.getConnection();
                BinaryCopy rows = new BinaryCopy(
                        written, "figure_sum_" + generation, "cell, grain, day, required, covered, grace")) {
            curves.each(change -> rows.row(6)
                    .number(change.cell())
                    .small(change.grain())
                    .day(Math.toIntExact(change.day().toEpochDay()))
                    .number(change.required())
                    .number(change.covered())
                    .number(change.grace()));
            rows.end();
        }
    }
}
