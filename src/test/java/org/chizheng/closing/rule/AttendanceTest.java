package org.chizheng.closing.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

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

    @Test
    void aLineBreaksBesideChineseCharactersAndAtSpacesOnly() {
        assertThat(Lines.of("考场记录", 2, String::length)).containsExactly("考场", "记录");
        assertThat(Lines.of("考场，记录", 3, String::length)).as("no comma in front").containsExactly("考场，", "记录");
        assertThat(Lines.of("power cut here", 9, String::length)).containsExactly("power cut", "here");
        assertThat(Lines.of("abcdefgh", 3, String::length)).containsExactly("abc", "def", "gh");
        assertThat(Lines.of("一\n二", 9, String::length)).containsExactly("一", "二");
    }

    @Property(tries = 200)
    void nothingIsLostAndEveryLineFits(
            @ForAll @CharRange(from = '一', to = '龥') @AlphaChars @Chars({' ', '，', '。', '7'}) @StringLength(max = 60)
                    String text,
            @ForAll @IntRange(min = 2, max = 12) int room) {
        List<String> lines = Lines.of(text, room, String::length);
        assertThat(lines).allMatch(line -> line.length() <= room);
        assertThat(String.join("", lines).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }
}
