package org.chizheng.regulation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WorkingCalendarTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 9, 18);
    private static final WorkingCalendar AUTUMN =
            new WorkingCalendar(Set.of(LocalDate.of(2026, 9, 25)), Set.of(LocalDate.of(2026, 9, 20)));

    @Test
    void aMakeUpSundayIsWorkedAndAHolidayFridayIsNot() {
        assertThat(AUTUMN.isWorkingDay(LocalDate.of(2026, 9, 19))).isFalse();
        assertThat(AUTUMN.isWorkingDay(LocalDate.of(2026, 9, 20))).isTrue();
        assertThat(AUTUMN.isWorkingDay(LocalDate.of(2026, 9, 25))).isFalse();
    }

    @Test
    void theDayOfTheEventDoesNotCount() {
        assertThat(AUTUMN.after(FRIDAY, 0)).isEqualTo(FRIDAY);
        assertThat(AUTUMN.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 9, 20));
        assertThat(AUTUMN.after(FRIDAY, 6)).isEqualTo(LocalDate.of(2026, 9, 28));
    }

    @Test
    void daysCountBothWays() {
        assertThat(AUTUMN.between(FRIDAY, LocalDate.of(2026, 9, 28))).isEqualTo(6);
        assertThat(AUTUMN.between(LocalDate.of(2026, 9, 28), FRIDAY)).isEqualTo(-6);
    }

    @Property
    void whatLiesAfterManyDaysIsThatManyDaysAway(@ForAll @IntRange(min = 1, max = 300) int days) {
        LocalDate end = AUTUMN.after(FRIDAY, days);
        assertThat(AUTUMN.isWorkingDay(end)).isTrue();
        assertThat(AUTUMN.between(FRIDAY, end)).isEqualTo(days);
    }
}
