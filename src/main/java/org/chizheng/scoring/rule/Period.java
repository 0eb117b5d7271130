package org.chizheng.scoring.rule;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A period of days, both counted. */
public record Period(LocalDate from, LocalDate to) {
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /** As an address asks for it: what is no day of 1950 to 2199 is as if it were left out, and then it is the twelve months up to today. */
    public static Period asked(String from, String to, LocalDate today) {
        LocalDate last = day(to, today);
        return new Period(day(from, last.minusYears(1).plusDays(1)), last);
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            LocalDate day = text == null || text.isBlank() ? otherwise : LocalDate.parse(text);
            return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? otherwise : day;
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
