package org.chizheng.regulation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;

import org.chizheng.regulation.rule.RetirementAge.Schedule;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Named cases are those of the tables annexed to the decision of 2024-09-13. */
class RetirementAgeTest {
    private static final Schedule MEN = new Schedule(720, YearMonth.of(1965, 1), 4, 756);
    private static final Schedule WOMEN_STAFF = new Schedule(660, YearMonth.of(1970, 1), 4, 696);
    private static final Schedule WOMEN_WORKERS = new Schedule(600, YearMonth.of(1975, 1), 2, 660);

    @Test
    void whoWasBornBeforeTheScheduleBeginsRetiresAtTheBaseAge() {
        assertThat(RetirementAge.reachedOn(LocalDate.of(1964, 12, 31), MEN)).isEqualTo("2024-12-31");
    }

    @Test
    void menBornFromJanuaryToApril1965RetireAtSixtyAndOneMonth() {
        assertThat(RetirementAge.reachedOn(LocalDate.of(1965, 1, 1), MEN)).isEqualTo("2025-02-01");
        assertThat(RetirementAge.months(LocalDate.of(1965, 4, 30), MEN)).isEqualTo(721);
        assertThat(RetirementAge.months(LocalDate.of(1965, 5, 1), MEN)).isEqualTo(722);
    }

    @Test
    void theCapIsReachedInTheMonthOfTheTables() {
        assertThat(RetirementAge.months(LocalDate.of(1976, 8, 31), MEN)).isEqualTo(755);
        assertThat(RetirementAge.months(LocalDate.of(1976, 9, 1), MEN)).isEqualTo(756);
        assertThat(RetirementAge.months(LocalDate.of(1981, 8, 31), WOMEN_STAFF)).isEqualTo(695);
        assertThat(RetirementAge.months(LocalDate.of(1981, 9, 1), WOMEN_STAFF)).isEqualTo(696);
        assertThat(RetirementAge.months(LocalDate.of(1984, 10, 31), WOMEN_WORKERS))
                .isEqualTo(659);
        assertThat(RetirementAge.months(LocalDate.of(1984, 11, 1), WOMEN_WORKERS))
                .isEqualTo(660);
    }

    @Property
    void laterBirthNeverMeansAnEarlierDayNorAnAgeOutsideBaseAndCap(@ForAll @IntRange(max = 20_000) int days) {
        LocalDate born = LocalDate.of(1950, 1, 1).plusDays(days);
        assertThat(RetirementAge.months(born, MEN)).isBetween(720, 756);
        assertThat(RetirementAge.reachedOn(born.plusDays(1), MEN)).isAfterOrEqualTo(RetirementAge.reachedOn(born, MEN));
    }
}
