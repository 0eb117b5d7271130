package org.chizheng.booking.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class BookingLimitTest {
    private static final Instant START = Instant.parse("2026-12-10T01:00:00Z");
    private static final BookingLimit TWICE = new BookingLimit(2, 24);

    @Test
    void aPlaceIsMovedTwiceAndNotThreeTimes() {
        assertThat(TWICE.mayMove(1)).isTrue();
        assertThat(TWICE.mayMove(2)).isFalse();
        assertThat(TWICE.movesLeft(3)).isZero();
    }

    @Test
    void whoGaveTwoPlacesBackBooksOnceMoreAndAfterTheThirdNoMore() {
        assertThat(TWICE.mayBook(2)).isTrue();
        assertThat(TWICE.mayBook(3)).isFalse();
    }

    @Test
    void itClosesADayBeforeToTheSecond() {
        assertThat(TWICE.isOpen(START, Instant.parse("2026-12-09T00:59:59Z"))).isTrue();
        assertThat(TWICE.isOpen(START, Instant.parse("2026-12-09T01:00:00Z"))).isFalse();
    }
}
