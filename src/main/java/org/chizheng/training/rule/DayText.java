package org.chizheng.training.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as people write it in lists: 2026-03-01, 2026/3/1, 2026.3.1, 20260301, 2026年3月1日. */
public final class DayText {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{2})(\\d{2}))");
    /** How the reader of spreadsheets shows a cell with Excel's own short format of dates, whatever the file's user sees: month, day, year of the century. */
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{2})");

    private static final int CENTURY = 2000;

    private DayText() {}

    /** @param dateCell whether the spreadsheet says that it is a date; only then the short format can be trusted. @return empty if it is none */
    public static Optional<LocalDate> parse(String text, boolean dateCell) {
        String tidy = text.replaceAll("\\s", "");
        Matcher written = WRITTEN.matcher(tidy);
        if (written.matches()) {
            boolean apart = written.group(2) != null;
            return of(written.group(1), written.group(apart ? 2 : 4), written.group(apart ? 3 : 5));
        }
        Matcher brief = SHORT.matcher(tidy);
        return dateCell && brief.matches()
                ? of(String.valueOf(CENTURY + Integer.parseInt(brief.group(3))), brief.group(1), brief.group(2))
                : Optional.empty();
    }

    private static Optional<LocalDate> of(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
