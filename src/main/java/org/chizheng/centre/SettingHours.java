package org.chizheng.centre;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.centre.rule.Hours;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Says when a centre is open: its week, and days that differ. Sessions that are planned already stay. */
@ApplicationScoped
public class SettingHours {
    private static final int REASON = 200;
    private final Sql sql;
    private final Auditing auditing;

    public SettingHours(Sql sql, Auditing auditing) {
        this.sql = sql;
        this.auditing = auditing;
    }

    /** The whole week in place of the one before. All days closed: the week is as if it were not entered. */
    @Transactional
    public void week(UUID centre, Map<DayOfWeek, Hours> week, boolean onHolidays) {
        sql.update("DELETE FROM centre_hours WHERE centre_id = ?", centre);
        List<Object[]> rows = new ArrayList<>();
        week.forEach((day, hours) -> hours.spans()
                .forEach(span -> rows.add(new Object[] {centre, day.getValue(), span.opens(), span.closes()})));
        sql.batch("INSERT INTO centre_hours (centre_id, weekday, opens, closes) VALUES (?, ?, ?, ?)", rows);
        sql.update("UPDATE centre SET opens_on_holidays = ? WHERE id = ?", onHolidays, centre);
        auditing.note("set hours", "centre", centre, week + (onHolidays ? " and on holidays" : ""));
    }

    /** A day that differs, in place of what stood there. @throws Refused REASON_MISSING, or DATES_INVALID without a day */
    @Transactional
    public void day(UUID centre, LocalDate day, Hours hours, String reason) {
        if (day == null) {
            throw new Refused(CentreRefusal.DATES_INVALID);
        }
        if (reason == null || reason.isBlank()) {
            throw new Refused(CentreRefusal.REASON_MISSING);
        }
        sql.update("DELETE FROM centre_day WHERE centre_id = ? AND day = ?", centre, day);
        sql.update(
                "INSERT INTO centre_day (centre_id, day, hours, reason) VALUES (?, ?, ?, ?)",
                centre,
                day,
                hours.toString(),
                Words.within(reason, REASON, "reason"));
        auditing.note("set day", "centre", centre, day + " " + (hours.isClosed() ? "closed" : hours));
    }

    /** The day is again as its week says. */
    @Transactional
    public void asUsual(UUID centre, LocalDate day) {
        if (sql.update("DELETE FROM centre_day WHERE centre_id = ? AND day = ?", centre, day) > 0) {
            auditing.note("took back day", "centre", centre, String.valueOf(day));
        }
    }
}
