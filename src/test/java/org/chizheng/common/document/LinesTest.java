package org.chizheng.common.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class LinesTest {
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
