package org.chizheng.account.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CodeTest {
    @Property
    void isSixDigitsAndIsReadBackFromHowTelephonesWriteIt(@ForAll long seed) {
        String code = Code.draw(new Random(seed));
        assertThat(code).matches("[0-9]{6}");
        assertThat(Code.tidy(" " + code.substring(0, 3) + " " + code.substring(3)))
                .isEqualTo(code);
        assertThat(Code.tidy(code.substring(0, 3) + "-" + code.substring(3))).isEqualTo(code);
    }

    @Test
    void drawsFromTheWholeRangeAndBeginsWithZeroAsOftenAsWithAnyOtherDigit() {
        Random chance = new Random(7);
        long[] first = new long[10];
        IntStream.range(0, 100_000).forEach(i -> first[Code.draw(chance).charAt(0) - '0']++);
        assertThat(Arrays.stream(first)).allMatch(count -> count > 9_500 && count < 10_500);
    }

    @Test
    void takesFullWidthDigitsAndLeavesWhatIsNone() {
        assertThat(Code.tidy("０１２３４５")).isEqualTo("012345");
        assertThat(Code.tidy("12345x")).isEqualTo("12345x");
        assertThat(Code.tidy(null)).isEmpty();
    }
}
