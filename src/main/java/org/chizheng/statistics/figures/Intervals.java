package org.chizheng.statistics.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.statistics.figures.rule.Cover;
import org.chizheng.statistics.figures.rule.Span;
import org.chizheng.statistics.figures.rule.Stretch;

/** The stretches that are kept, person by person. */
@ApplicationScoped
class Intervals {
    static final String COLUMNS =
            "person_id, appointment_id, enterprise_id, cell, cover, from_day, until_day, group_cell";
    private static final Cover[] COVERS = Cover.values();
    private static final String STRETCH = """
            SELECT i.person_id, i.appointment_id, i.enterprise_id, i.cover, i.from_day - DATE '1970-01-01',
                   CASE WHEN isfinite(i.until_day) THEN i.until_day - DATE '1970-01-01' END, i.cell, i.group_cell
            FROM figure_interval_%d i WHERE\s""";
    private static final String OF_PEOPLE = STRETCH + "i.person_id = ANY (?)";
    private static final String OF_ENTERPRISE = STRETCH + "i.enterprise_id = ? AND i.from_day <= ? AND i.until_day > ?";
    private static final String OF_ENTERPRISES = STRETCH + "i.enterprise_id = ANY (?) AND i.from_day < ?";
    private static final String DELETE = "DELETE FROM figure_interval_%d WHERE person_id = ANY (?)";
    private static final String INSERT = "INSERT INTO figure_interval_%d (" + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, DATE '1970-01-01' + ?::int, coalesce(DATE '1970-01-01' + ?::int, 'infinity'), ?)";
    private final Sql sql;
    private final Cells cells;

    Intervals(Sql sql, Cells cells) {
        this.sql = sql;
        this.cells = cells;
    }

    /** A stretch and whose it is. */
    private record Of(UUID person, Stretch stretch) {}

    Map<UUID, List<Stretch>> ofPeople(int generation, Collection<UUID> people) {
        Map<UUID, List<Stretch>> found = new HashMap<>();
        sql.list(OF_PEOPLE.formatted(generation), this::of, (Object) people.toArray(UUID[]::new))
                .forEach(of -> found.computeIfAbsent(of.person(), none -> new ArrayList<>())
                        .add(of.stretch()));
        return found;
    }

    List<Stretch> ofEnterprise(int generation, UUID enterprise, LocalDate day) {
        return sql.list(OF_ENTERPRISE.formatted(generation), row -> of(row).stretch(), enterprise, day, day);
    }

    /** Those that begin before a day, past ones among them. */
    void ofEnterprises(int generation, Collection<UUID> enterprises, LocalDate before, BiConsumer<UUID, Stretch> each) {
        sql.list(OF_ENTERPRISES.formatted(generation), this::of, enterprises.toArray(UUID[]::new), before)
                .forEach(of -> each.accept(of.person(), of.stretch()));
    }

    private Of of(ResultSet row) throws SQLException {
        return new Of(
                row.getObject(1, UUID.class),
                new Stretch(
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        cells.at(row.getInt(7), (Integer) row.getObject(8)),
                        COVERS[row.getInt(4)],
                        new Span(row.getInt(5), Facts.open(row, 6))));
    }

    /** All of these people, in the place of what was kept of them. */
    void replace(int generation, Map<UUID, List<Stretch>> people) {
        sql.update(DELETE.formatted(generation), (Object) people.keySet().toArray(UUID[]::new));
        List<Object[]> rows = new ArrayList<>();
        people.forEach((person, stretches) -> stretches.forEach(stretch -> rows.add(row(person, stretch))));
        sql.batch(INSERT.formatted(generation), rows);
    }

    private Object[] row(UUID person, Stretch stretch) {
        Cells.Home home = cells.home(stretch.cell());
        return new Object[] {
            person,
            stretch.appointment(),
            stretch.enterprise(),
            home.place(),
            stretch.cover().ordinal(),
            stretch.days().from(),
            stretch.days().until() == Span.FOREVER ? null : stretch.days().until(),
            home.group()
        };
    }
}
