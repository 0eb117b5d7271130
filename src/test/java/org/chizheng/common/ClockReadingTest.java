package org.chizheng.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ClockReadingTest {
    private static final long SECOND = 1_000_000_000;
    private static final long MILLI = 1_000_000;

    /** A query that waited four seconds for a database that was killed: taken for the time, it moved every deadline by two seconds. */
    @Test
    void aReadingThatWaitedForTheDatabaseDoesNotReplaceAnOlderOne() {
        ClockReading known = ClockReading.between(0, MILLI, 0);
        assertThat(ClockReading.between(11 * SECOND, 15 * SECOND, 13_000_000).isSurerThan(known))
                .isFalse();
        assertThat(ClockReading.between(16 * SECOND, 16 * SECOND + 2 * MILLI, 16_000_000)
                        .isSurerThan(known))
                .isTrue();
    }

    @Test
    void afterAnHourANotSoQuickOneIsSurer() {
        ClockReading known = ClockReading.between(0, MILLI, 0);
        assertThat(ClockReading.between(3600 * SECOND, 3601 * SECOND, 0).isSurerThan(known))
                .isTrue();
    }

    /** Whatever comes in, at answers within half a round trip and the drift since the reading that is kept. */
    @Property
    void theClockThatIsKeptIsNeverFurtherOffThanItKnows(
            @ForAll @IntRange(min = 1, max = 4000) int slowMillis,
            @ForAll @IntRange(min = 1, max = 4000) int quickMillis,
            @ForAll @LongRange(min = 1, max = 60) long seconds) {
        ClockReading first = ClockReading.between(0, quickMillis * MILLI, quickMillis * 500L);
        long later = seconds * SECOND;
        ClockReading second = ClockReading.between(later, later + slowMillis * MILLI, later / 1000);
        ClockReading kept = second.isSurerThan(first) ? second : first;
        long now = later + slowMillis * MILLI;
        long wrong = Math.abs(kept.at(now) - now / 1000);
        assertThat(wrong).isLessThanOrEqualTo(Math.max(quickMillis, 0) * 500L + now / 1000 * 500 / 1_000_000 + 1);
    }
}
