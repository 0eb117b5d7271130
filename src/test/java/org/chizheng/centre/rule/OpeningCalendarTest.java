package org.chizheng.centre.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.chizheng.centre.rule.OpeningCalendar.Objection;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OpeningCalendarTest {
    private static final Hours OFFICE = hours("08:30-12:00, 13:30-17:30");
    /** A Monday of an ordinary week. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static Hours hours(String text) {
        return Hours.parse(text).orElseThrow();
    }

    private static OpeningCalendar office(Map<LocalDate, Hours> days, boolean onHolidays) {
        Map<DayOfWeek, Hours> week = new HashMap<>();
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), OFFICE);
        }
        return new OpeningCalendar(week, days, Set.of(MONDAY.plusDays(2)), Set.of(MONDAY.plusDays(5)), onHolidays);
    }

    @Example
    void aDaysOwnWordThenTheHolidayThenTheWeek() {
        LocalDate wednesday = MONDAY.plusDays(2);
        LocalDate saturday = MONDAY.plusDays(5);
        OpeningCalendar usual = office(Map.of(), false);
        assertThat(usual.on(MONDAY)).isEqualTo(OFFICE);
        assertThat(usual.on(wednesday)).as("a holiday").isEqualTo(Hours.CLOSED);
        assertThat(office(Map.of(), true).on(wednesday)).isEqualTo(OFFICE);
        assertThat(usual.on(saturday)).as("worked in exchange: as on Monday").isEqualTo(OFFICE);
        assertThat(usual.on(saturday.plusDays(1))).isEqualTo(Hours.CLOSED);
        OpeningCalendar own = office(Map.of(wednesday, hours("09:00-10:00"), MONDAY, Hours.CLOSED), false);
        assertThat(own.on(wednesday)).hasToString("09:00-10:00");
        assertThat(own.on(MONDAY).isClosed()).isTrue();
    }

    @Example
    void aSessionLiesWithinOneSpan() {
        OpeningCalendar usual = office(Map.of(), false);
        assertThat(usual.objection(MONDAY.atTime(8, 30), MONDAY.atTime(12, 0))).isEmpty();
        assertThat(usual.objection(MONDAY.atTime(8, 29), MONDAY.atTime(10, 0))).contains(Objection.OUTSIDE_HOURS);
        assertThat(usual.objection(MONDAY.atTime(10, 0), MONDAY.atTime(12, 1))).contains(Objection.OUTSIDE_HOURS);
        assertThat(usual.objection(MONDAY.atTime(11, 0), MONDAY.atTime(14, 0)))
                .as("over noon")
                .contains(Objection.OUTSIDE_HOURS);
        assertThat(usual.objection(
                        MONDAY.plusDays(6).atTime(9, 0), MONDAY.plusDays(6).atTime(10, 0)))
                .contains(Objection.CLOSED_DAY);
    }

    @Example
    void aCentreWithoutAWeekIsOpenButForItsExceptions() {
        OpeningCalendar unset = new OpeningCalendar(
                Map.of(), Map.of(MONDAY, Hours.CLOSED), Set.of(MONDAY.plusDays(2)), Set.of(), false);
        assertThat(unset.objection(
                        MONDAY.minusDays(1).atTime(3, 0), MONDAY.minusDays(1).atTime(23, 0)))
                .isEmpty();
        assertThat(unset.objection(
                        MONDAY.plusDays(2).atTime(23, 0), MONDAY.plusDays(3).atTime(2, 0)))
                .as("holidays and midnight are nothing to it")
                .isEmpty();
        assertThat(unset.objection(MONDAY.atTime(9, 0), MONDAY.atTime(10, 0))).contains(Objection.CLOSED_DAY);
        assertThat(unset.objection(MONDAY.minusDays(1).atTime(23, 0), MONDAY.atTime(1, 0)))
                .contains(Objection.OUTSIDE_HOURS);
    }

    /** A time is open exactly when each of its minutes is, looked at one by one. */
    @Property(tries = 300)
    void aTimeIsOpenWhenAllItsMinutesAre(
            @ForAll @Size(14) List<@IntRange(max = 24) Integer> edges,
            @ForAll @IntRange(max = 6 * 1440) int from,
            @ForAll @IntRange(min = 1, max = 400) int minutes) {
        Map<DayOfWeek, Hours> week = new HashMap<>();
        for (int day = 0; day < 7; day++) {
            int opens = Math.min(edges.get(2 * day), edges.get(2 * day + 1)) * 60;
            int closes = Math.max(edges.get(2 * day), edges.get(2 * day + 1)) * 60;
            week.put(
                    DayOfWeek.of(day + 1),
                    opens == closes ? Hours.CLOSED : new Hours(List.of(new Hours.Span(opens, closes))));
        }
        OpeningCalendar calendar = new OpeningCalendar(week, Map.of(), Set.of(), Set.of(), false);
        LocalDateTime start = MONDAY.atStartOfDay().plusMinutes(from);
        boolean open = true;
        for (int i = 0; i < minutes; i++) {
            LocalDateTime at = start.plusMinutes(i);
            int minute = at.getHour() * 60 + at.getMinute();
            open &= week.get(at.getDayOfWeek()).spans().stream()
                    .anyMatch(span -> span.opens() <= minute && minute < span.closes());
        }
        assertThat(calendar.objection(start, start.plusMinutes(minutes)).isEmpty())
                .isEqualTo(open);
    }

    @Property
    void hoursAreReadAsTheyAreWritten(
            @ForAll @IntRange(max = 700) int opens,
            @ForAll @IntRange(min = 1, max = 300) int first,
            @ForAll @IntRange(max = 100) int pause,
            @ForAll @IntRange(min = 1, max = 300) int second) {
        Hours written = new Hours(List.of(
                new Hours.Span(opens + first + pause, opens + first + pause + second),
                new Hours.Span(opens, opens + first)));
        assertThat(Hours.parse(written.toString())).contains(written);
        assertThat(written.spans()).hasSize(pause == 0 ? 1 : 2);
    }

    @Example
    void whatIsNoTimeIsRefused() {
        assertThat(Hours.parse("00:00-24:00")).contains(Hours.ALWAYS);
        assertThat(Hours.parse(" 8:30至12:00，13:30–17:30")).isEqualTo(Optional.of(OFFICE));
        assertThat(Hours.parse(" ")).contains(Hours.CLOSED);
        for (String wrong : new String[] {
            "8-12", "12:00-08:30", "09:00-09:00", "23:00-24:30", "09:00-12:00, 11:59-13:00", "09:60-10:00", "a"
        }) {
            assertThat(Hours.parse(wrong)).as(wrong).isEmpty();
        }
    }
}
