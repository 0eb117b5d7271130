package org.chizheng.sitting.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.chizheng.sitting.rule.RoomClock.Bar;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RoomClockTest {
    private static final Instant STARTED = Instant.parse("2026-06-01T01:00:00Z");
    private static final Duration MINUTES = Duration.ofMinutes(120);
    private static final Duration LATE = Duration.ofMinutes(30);

    private static RoomClock room(int stoodSeconds, boolean paused) {
        return new RoomClock(STARTED, MINUTES, LATE, Duration.ofSeconds(stoodSeconds), paused);
    }

    @Test
    void beforeTheStartNobodyBeginsWhateverElseIs() {
        assertThat(new RoomClock(null, MINUTES, LATE, Duration.ZERO, true).bar(STARTED))
                .contains(Bar.NOT_STARTED);
    }

    @Test
    void whileTheRoomIsPausedNobodyBeginsNotEvenTooLate() {
        assertThat(room(0, true).bar(STARTED)).contains(Bar.ROOM_PAUSED);
        assertThat(room(0, true).bar(STARTED.plusSeconds(1801))).contains(Bar.ROOM_PAUSED);
    }

    @Test
    void theWindowEndsWithItsLastInstant() {
        assertThat(room(0, false).bar(STARTED.plusSeconds(1800))).isEmpty();
        assertThat(room(0, false).bar(STARTED.plusSeconds(1800).plusNanos(1000)))
                .contains(Bar.TOO_LATE);
    }

    @Property
    void whatTheRoomStoodStillIsNobodysLoss(
            @ForAll @IntRange(max = 1800) int wait,
            @ForAll @IntRange(max = 7200) int stood,
            @ForAll @IntRange(max = 60) int extra) {
        Instant at = STARTED.plusSeconds(wait).plusSeconds(stood);
        RoomClock room = room(stood, false);
        assertThat(room.bar(at)).isEmpty();
        assertThat(room.deadline(at, Duration.ofMinutes(extra)))
                .isEqualTo(at.plus(MINUTES).plus(Duration.ofMinutes(extra)));
    }

    @Property
    void aPauseGivesNoMoreThanItTook(
            @ForAll @IntRange(min = 1, max = 7200) int beyond, @ForAll @IntRange(max = 7200) int stood) {
        Instant at = STARTED.plusSeconds(stood).plus(LATE).plusSeconds(beyond);
        assertThat(room(stood, false).bar(at)).contains(Bar.TOO_LATE);
        assertThat(room(stood, false).deadline(at, Duration.ZERO))
                .isEqualTo(STARTED.plusSeconds(stood).plus(LATE).plus(MINUTES));
    }
}
