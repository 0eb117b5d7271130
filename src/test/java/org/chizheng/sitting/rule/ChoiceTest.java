package org.chizheng.sitting.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class ChoiceTest {
    @Property
    void everySetOfOptionsHasItsOwnBits(@ForAll @IntRange(max = 511) int bits) {
        String text = IntStream.range(0, 9)
                .filter(i -> (bits >> i & 1) == 1)
                .mapToObj(i -> String.valueOf(i + 1))
                .collect(Collectors.joining(","));
        assertThat(Choice.bits(text)).isEqualTo(bits);
    }

    @Property
    void whateverIsAcceptedIsAscendingAndCommaSeparated(
            @ForAll @StringLength(max = 8) @CharRange(from = '0', to = '9') @Chars({',', ' '}) String text) {
        boolean wellFormed = text.matches("([1-9](,[1-9])*)?")
                && text.equals(text.chars()
                        .filter(sign -> sign != ',')
                        .distinct()
                        .sorted()
                        .mapToObj(sign -> String.valueOf((char) sign))
                        .collect(Collectors.joining(",")));
        assertThat(Choice.bits(text) != Choice.INVALID).isEqualTo(wellFormed);
    }

    @Example
    void noChoiceIsNoBits() {
        assertThat(Choice.bits("")).isZero();
    }
}
