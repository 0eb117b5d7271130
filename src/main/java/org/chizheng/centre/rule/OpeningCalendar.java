package org.chizheng.centre.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a centre is open. A day's own exception decides; else a public holiday is closed, unless the centre opens on holidays; else a weekend day that is worked in exchange
 * has its own hours or, where it has none, Monday's; else the hours of its weekday. A centre whose week is not entered is open at any hour but for its exceptions.
 *
 * @param week hours by weekday; a weekday that is missing is closed; empty: not entered
 * @param days exceptions
 * @param holidays public holidays
 * @param makeUp weekend days that are worked
 */
public record OpeningCalendar(
        Map<DayOfWeek, Hours> week,
        Map<LocalDate, Hours> days,
        Set<LocalDate> holidays,
        Set<LocalDate> makeUp,
        boolean opensOnHolidays) {
    /** Why a time is not open. */
    public enum Objection {
        CLOSED_DAY,
        OUTSIDE_HOURS
    }

    public Hours on(LocalDate day) {
        if (days.containsKey(day)) {
            return days.get(day);
        }
        if (week.isEmpty()) {
            return Hours.ALWAYS;
        }
        if (holidays.contains(day) && !opensOnHolidays) {
            return Hours.CLOSED;
        }
        Hours own = week.getOrDefault(day.getDayOfWeek(), Hours.CLOSED);
        return own.isClosed() && makeUp.contains(day) ? week.getOrDefault(DayOfWeek.MONDAY, Hours.CLOSED) : own;
    }

    /** @param until not before from; may lie on a later day. @return empty if the centre is open all that time */
    public Optional<Objection> objection(LocalDateTime from, LocalDateTime until) {
        if (on(from.toLocalDate()).isClosed()) {
            return Optional.of(Objection.CLOSED_DAY);
        }
        LocalDateTime open = from;
        do {
            LocalDateTime at = open;
            Optional<LocalDateTime> closes = closing(at);
            if (closes.isEmpty()) {
                return Optional.of(Objection.OUTSIDE_HOURS);
            }
            open = closes.get();
        } while (open.isBefore(until));
        return Optional.empty();
    }

    /** When the span that this time lies in ends. */
    private Optional<LocalDateTime> closing(LocalDateTime at) {
        LocalDateTime midnight = at.toLocalDate().atStartOfDay();
        return on(at.toLocalDate()).spans().stream()
                .filter(span -> !at.isBefore(midnight.plusMinutes(span.opens()))
                        && at.isBefore(midnight.plusMinutes(span.closes())))
                .map(span -> midnight.plusMinutes(span.closes()))
                .findFirst();
    }
}
