package org.chizheng.admission.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class EntryTest {
    private static final Instant START = Instant.parse("2026-12-05T01:00:00Z");

    private static Entry at(long seconds, Instant started) {
        return Entry.of(START, started, 30, START.plusSeconds(seconds));
    }

    @Test
    void lateIsAfterThePlannedStartAndClosedAfterTheLateWindowOfTheRealOne() {
        assertThat(at(-1, null)).isEqualTo(Entry.IN_TIME);
        assertThat(at(0, null)).isEqualTo(Entry.IN_TIME);
        assertThat(at(1, null)).isEqualTo(Entry.LATE);
        assertThat(at(1800, START)).isEqualTo(Entry.LATE);
        assertThat(at(1801, START)).isEqualTo(Entry.CLOSED);
    }

    @Test
    void whileTheRoomHasNotStartedNobodyIsTooLate() {
        assertThat(at(7200, null)).isEqualTo(Entry.LATE);
        assertThat(at(7200, START.plus(Duration.ofMinutes(100)))).isEqualTo(Entry.LATE);
    }

    @Test
    void aPolicyWithoutALateWindowClosesWithTheStart() {
        assertThat(Entry.of(START, START, 0, START)).isEqualTo(Entry.IN_TIME);
        assertThat(Entry.of(START, START, 0, START.plusMillis(1))).isEqualTo(Entry.CLOSED);
    }

    @Test
    void whereACandidateStandsFollowsFromTheSeatThenTheLastCheckThenTheTime() {
        assertThat(Presence.of(true, "CONFIRMED", Entry.CLOSED)).isEqualTo(Presence.IN);
        assertThat(Presence.of(true, null, Entry.CLOSED)).isEqualTo(Presence.IN);
        assertThat(Presence.of(false, "WAITING", Entry.CLOSED)).isEqualTo(Presence.WAITING);
        assertThat(Presence.of(false, "REFUSED", Entry.IN_TIME)).isEqualTo(Presence.REFUSED);
        assertThat(Presence.of(false, null, Entry.IN_TIME)).isEqualTo(Presence.EXPECTED);
        assertThat(Presence.of(false, null, Entry.LATE)).isEqualTo(Presence.LATE);
        assertThat(Presence.of(false, null, Entry.CLOSED)).isEqualTo(Presence.ABSENT);
    }
}
