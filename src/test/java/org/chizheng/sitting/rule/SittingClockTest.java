package org.chizheng.sitting.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SittingClockTest {
    private static final Instant ROOM = Instant.parse("2026-06-01T01:00:00Z");
    private static final Duration MINUTES = Duration.ofMinutes(120);
    private static final Duration LATE = Duration.ofMinutes(30);

    @Test
    void whoStartsWithTheRoomHasTheFullTime() {
        assertThat(deadline(0, 0)).isEqualTo(Instant.parse("2026-06-01T03:00:00Z"));
    }

    @Test
    void whoStartsAtTheEndOfTheLateWindowStillHasTheFullTime() {
        assertThat(deadline(30 * 60, 0)).isEqualTo(Instant.parse("2026-06-01T03:30:00Z"));
    }

    @Test
    void oneSecondAfterTheLateWindowTheRoomsBoundDecides() {
        assertThat(deadline(30 * 60 + 1, 0)).isEqualTo(Instant.parse("2026-06-01T03:30:00Z"));
    }

    @Test
    void extraTimeMovesBothBounds() {
        assertThat(deadline(0, 15)).isEqualTo(Instant.parse("2026-06-01T03:15:00Z"));
        assertThat(deadline(40 * 60, 15)).isEqualTo(Instant.parse("2026-06-01T03:45:00Z"));
    }

    @Test
    void theDeadlineItselfCountsAndTheMicrosecondAfterItDoesNot() {
        Instant deadline = deadline(0, 0);
        assertThat(SittingClock.counts(deadline.minusNanos(1000), deadline)).isTrue();
        assertThat(SittingClock.counts(deadline, deadline)).isTrue();
        assertThat(SittingClock.counts(deadline.plusNanos(1000), deadline)).isFalse();
    }

    @Property
    void theDeadlineIsTheEarlierOfBothBoundsAndNeverBeforeTheOwnStart(
            @ForAll @IntRange(max = 7200) int after,
            @ForAll @IntRange(min = 1, max = 300) int minutes,
            @ForAll @IntRange(max = 60) int late,
            @ForAll @IntRange(max = 120) int extra) {
        Instant own = ROOM.plusSeconds(after);
        Instant deadline = SittingClock.deadline(
                own, ROOM, Duration.ofMinutes(minutes), Duration.ofMinutes(late), Duration.ofMinutes(extra));
        long ownBound = after + 60L * (minutes + extra);
        long roomBound = 60L * (late + minutes + extra);
        assertThat(Duration.between(ROOM, deadline).toSeconds()).isEqualTo(Math.min(ownBound, roomBound));
    }

    @Property
    void startingEarlierNeverEndsLater(
            @ForAll @IntRange(max = 7200) int first, @ForAll @IntRange(max = 7200) int second) {
        assertThat(deadline(Math.min(first, second), 0)).isBeforeOrEqualTo(deadline(Math.max(first, second), 0));
    }

    private static Instant deadline(int secondsAfterRoom, int extraMinutes) {
        return SittingClock.deadline(
                ROOM.plusSeconds(secondsAfterRoom), ROOM, MINUTES, LATE, Duration.ofMinutes(extraMinutes));
    }
}
