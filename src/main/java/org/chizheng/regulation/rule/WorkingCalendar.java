package org.chizheng.regulation.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Working days: Monday to Friday, without public holidays and with the weekend days that are worked in exchange.
 *
 * @param holidays days off that may fall on any day of the week
 * @param makeUp weekend days that are worked
 */
public record WorkingCalendar(Set<LocalDate> holidays, Set<LocalDate> makeUp) {
    public WorkingCalendar {
        holidays = Set.copyOf(holidays);
        makeUp = Set.copyOf(makeUp);
    }

    public boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? makeUp.contains(day) : !holidays.contains(day);
    }

    /**
     * The last day of a time limit in working days: the day of the event itself does not count.
     *
     * @param days at least 0; with 0 the day itself
     */
    public LocalDate after(LocalDate from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("days must not be negative: " + days);
        }
        LocalDate day = from;
        for (int left = days; left > 0; left -= isWorkingDay(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Working days after from up to and with until; negative when until lies before from. */
    public int between(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            return -between(until, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(until.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }
}
