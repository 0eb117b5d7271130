package org.chizheng.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.incident.rule.Measure;

/** The classes in force on a day. */
@ApplicationScoped
public class IncidentClasses {
    private static final String ON = """
            SELECT k.* FROM incident_class k WHERE k.in_force_from <= ? AND (k.in_force_until IS NULL OR k.in_force_until > ?)
            ORDER BY k.ordinal""";
    private final Sql sql;

    IncidentClasses(Sql sql) {
        this.sql = sql;
    }

    public List<IncidentClass> on(LocalDate day) {
        return sql.list(ON, IncidentClasses::of, day, day);
    }

    public Optional<IncidentClass> find(String code, LocalDate day) {
        return on(day).stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** @param row with the columns of incident_class */
    static IncidentClass of(ResultSet row) throws SQLException {
        return new IncidentClass(
                row.getString("code"),
                Sql.date(row, "in_force_from"),
                row.getString("kind"),
                row.getString("zh"),
                row.getString("en"),
                row.getBoolean("breach"),
                row.getBoolean("credits_time"),
                Stream.of((String[]) row.getArray("effects").getArray())
                        .map(Measure::valueOf)
                        .sorted()
                        .toList(),
                row.getString("ban_term"),
                row.getString("article"),
                row.getString("mark"));
    }
}
