package org.chizheng.regulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.regulation.rule.WorkingCalendar;

/** The calendar of working days as it is stored: a few dozen rows a year, read whole. */
@ApplicationScoped
public class WorkingDays {
    private final Sql sql;

    public WorkingDays(Sql sql) {
        this.sql = sql;
    }

    public WorkingCalendar calendar() {
        List<Special> days = specials();
        return new WorkingCalendar(of(days, Special::isHoliday), of(days, special -> !special.isHoliday()));
    }

    /** A day that is not worked though it falls on Monday to Friday (HOLIDAY), or is worked at a weekend (MAKE_UP). */
    public record Special(LocalDate day, String kind, String zh, String en, String source) {
        private boolean isHoliday() {
            return "HOLIDAY".equals(kind);
        }
    }

    /** All that are entered, the latest first. */
    public List<Special> specials() {
        return sql.list(
                "SELECT * FROM calendar_day ORDER BY day DESC",
                row -> new Special(
                        Sql.date(row, "day"),
                        row.getString("kind"),
                        row.getString("zh"),
                        row.getString("en"),
                        row.getString("source")));
    }

    private static Set<LocalDate> of(List<Special> days, Predicate<Special> which) {
        return days.stream().filter(which).map(Special::day).collect(Collectors.toSet());
    }

    /** The last day of a limit in working days, the day of the event not counted. */
    public LocalDate after(LocalDate from, int days) {
        return calendar().after(from, days);
    }
}
