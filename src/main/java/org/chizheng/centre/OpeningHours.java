package org.chizheng.centre;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.centre.rule.Hours;
import org.chizheng.centre.rule.OpeningCalendar;
import org.chizheng.common.Sql;
import org.chizheng.regulation.WorkingDays;
import org.chizheng.regulation.rule.WorkingCalendar;

/** When centres are open. */
@ApplicationScoped
public class OpeningHours {
    private final Sql sql;
    private final WorkingDays workingDays;

    public OpeningHours(Sql sql, WorkingDays workingDays) {
        this.sql = sql;
        this.workingDays = workingDays;
    }

    /** A day that differs from its week. */
    public record Special(LocalDate day, Hours hours, String reason) {}

    public OpeningCalendar calendar(UUID centre) {
        WorkingCalendar working = workingDays.calendar();
        boolean onHolidays = sql.first(
                        "SELECT opens_on_holidays FROM centre WHERE id = ?", row -> row.getBoolean(1), centre)
                .orElse(false);
        Map<LocalDate, Hours> days = specials(centre).stream().collect(Collectors.toMap(Special::day, Special::hours));
        return new OpeningCalendar(week(centre), days, working.holidays(), working.makeUp(), onHolidays);
    }

    private record Row(DayOfWeek day, Hours.Span span) {}

    private Map<DayOfWeek, Hours> week(UUID centre) {
        Map<DayOfWeek, List<Hours.Span>> spans = new EnumMap<>(DayOfWeek.class);
        sql.list(
                        "SELECT weekday, opens, closes FROM centre_hours WHERE centre_id = ?",
                        row -> new Row(
                                DayOfWeek.of(row.getInt("weekday")),
                                new Hours.Span(row.getInt("opens"), row.getInt("closes"))),
                        centre)
                .forEach(row -> spans.computeIfAbsent(row.day(), day -> new ArrayList<>())
                        .add(row.span()));
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        spans.forEach((day, found) -> week.put(day, new Hours(found)));
        return week;
    }

    /** In their order, past ones too. */
    public List<Special> specials(UUID centre) {
        return sql.list(
                "SELECT day, hours, reason FROM centre_day WHERE centre_id = ? ORDER BY day",
                row -> new Special(
                        Sql.date(row, "day"),
                        Hours.parse(row.getString("hours")).orElseThrow(),
                        row.getString("reason")),
                centre);
    }
}
