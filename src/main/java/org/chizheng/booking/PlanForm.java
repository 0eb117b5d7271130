package org.chizheng.booking;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;

/**
 * For which days and times sessions are to be proposed.
 *
 * @param days working days from the first on, 1 to 30
 * @param times starts of sessions on each day, in order, at most 6
 */
public record PlanForm(LocalDate from, int days, List<LocalTime> times) {
    private static final int AHEAD = 7;
    private static final int MOST_DAYS = 30;
    private static final int MOST_TIMES = 6;
    private static final List<LocalTime> USUAL = List.of(LocalTime.of(9, 0), LocalTime.of(14, 0));

    public PlanForm {
        times = List.copyOf(times);
    }

    /** As the fields of the page say it; five working days from a week ahead, at 9 and at 14 o'clock, where they are empty. @throws Refused FIELD_INVALID */
    static PlanForm of(String from, String days, String times, LocalDate today) {
        try {
            LocalDate first = isBlank(from) ? today.plusDays(AHEAD) : LocalDate.parse(from.strip());
            int count = isBlank(days) ? 5 : Integer.parseInt(days.strip());
            List<LocalTime> starts = isBlank(times)
                    ? USUAL
                    : Arrays.stream(times.strip().split("[,，\\s]+"))
                            .map(LocalTime::parse)
                            .sorted()
                            .distinct()
                            .toList();
            if (!first.isAfter(today) || count < 1 || count > MOST_DAYS || starts.size() > MOST_TIMES) {
                throw new Refused(CommonRefusal.FIELD_INVALID, "from, days, times", "");
            }
            return new PlanForm(first, count, starts);
        } catch (DateTimeException | NumberFormatException e) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "from, days, times", "2026-12-01, 5, 09:00,14:00");
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    public String timesText() {
        return times.stream().map(LocalTime::toString).collect(Collectors.joining(","));
    }
}
