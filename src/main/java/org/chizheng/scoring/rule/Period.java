package org.chizheng.scoring.rule;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Whole calendar months, from the first day of the first to the last day of the last: the least that figures are told of, see {@link ToldCells}. */
public record Period(LocalDate from, LocalDate to) {
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private static final int MONTH = "2026-01".length();

    /**
     * As an address asks for it, by months or by days, which stand for their months: what is none of 1950 to 2199 is as if it were left out, and then it is the twelve months up
     * to the present one.
     */
    public static Period asked(String from, String to, LocalDate today) {
        LocalDate last = day(to, today);
        LocalDate first = day(from, last.withDayOfMonth(1).minusMonths(11));
        return new Period(first.withDayOfMonth(1), last.withDayOfMonth(last.lengthOfMonth()));
    }

    /** As the field of a form writes a month. */
    public String firstMonth() {
        return from.toString().substring(0, MONTH);
    }

    public String lastMonth() {
        return to.toString().substring(0, MONTH);
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            if (text == null || text.isBlank()) {
                return otherwise;
            }
            LocalDate day = LocalDate.parse(text.length() == MONTH ? text + "-01" : text);
            return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? otherwise : day;
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
