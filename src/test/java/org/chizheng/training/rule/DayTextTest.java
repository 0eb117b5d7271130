package org.chizheng.training.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

class DayTextTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void aDayIsReadAsPeopleWriteIt() {
        for (String text :
                new String[] {"2026-03-01", "2026/3/1", "2026.3.1", "20260301", "2026年3月1日", " 2026 年 03 月 01 日 "}) {
            assertThat(DayText.parse(text, false)).as(text).contains(DAY);
        }
    }

    @Test
    void monthBeforeDayIsBelievedOfADateCellOnly() {
        assertThat(DayText.parse("3/1/26", true)).contains(DAY);
        assertThat(DayText.parse("3/1/26", false)).isEmpty();
    }

    @Test
    void whatIsNoDayIsNone() {
        for (String text : new String[] {"", "2026-02-30", "2026-13-01", "2026", "3 月", "2026-3", "46082"}) {
            assertThat(DayText.parse(text, true)).as(text).isEmpty();
        }
    }
}
