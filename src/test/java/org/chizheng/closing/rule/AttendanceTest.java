package org.chizheng.closing.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class AttendanceTest {
    private static final Instant NINE = Instant.parse("2026-10-09T01:00:00Z");

    private static Attendance of(Instant checkedIn, Instant began, Instant closed, String absence) {
        return Attendance.of(new Attendance.Known(checkedIn, began, closed, absence), NINE);
    }

    @Test
    void whoeverIsCheckedInAfterTheStartIsLate() {
        Instant later = NINE.plusSeconds(1);
        assertThat(of(NINE, later, later, null)).isEqualTo(Attendance.PRESENT);
        assertThat(of(later, later, later, null)).isEqualTo(Attendance.LATE);
        assertThat(of(NINE, later, null, null)).isEqualTo(Attendance.SITTING);
    }

    @Test
    void whoeverDidNotSitKeepsTheRoomOpenUntilSomebodySaysWhy() {
        assertThat(of(null, null, null, null)).isEqualTo(Attendance.UNMARKED);
        assertThat(of(null, null, null, "NO_SHOW")).isEqualTo(Attendance.NO_SHOW);
        assertThat(of(null, null, null, "LEFT"))
                .as("who never came cannot leave")
                .isEqualTo(Attendance.UNMARKED);
        assertThat(of(NINE, null, null, null)).isEqualTo(Attendance.NOT_BEGUN);
        assertThat(of(NINE, null, null, "NO_SHOW")).as("came after all").isEqualTo(Attendance.NOT_BEGUN);
        assertThat(of(NINE, null, null, "LEFT")).isEqualTo(Attendance.LEFT);
        assertThat(Attendance.UNMARKED.settled()).isFalse();
        assertThat(Attendance.SITTING.settled()).isFalse();
        assertThat(Attendance.LEFT.settled()).isTrue();
    }
}
