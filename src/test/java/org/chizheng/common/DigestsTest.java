package org.chizheng.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class DigestsTest {
    @Test
    void aFilesDigestIsTheOneOfAnyOtherProgram() {
        assertThat(Digests.file("abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void fieldsAreDigestedWithTheirLengthsSoThatOthersCanRecompute() {
        // printf '\0\0\0\002ab\0\0\0\0017' | sha256sum
        assertThat(Digests.hex("ab", 7)).isEqualTo("2ac291de166a661748fbf79374f4c562823b3b04cf4ea454ba0df0308f03e3fa");
    }

    @Property
    void fieldsThatRunTogetherHaveAnotherDigest(
            @ForAll @StringLength(min = 2, max = 20) String text,
            @ForAll @IntRange(max = 20) int first,
            @ForAll @IntRange(max = 20) int second) {
        Assume.that(first <= text.length() && second <= text.length() && first != second);
        Assume.that(!splitsACharacter(text, first) && !splitsACharacter(text, second));
        assertThat(Digests.of(text.substring(0, first), text.substring(first)))
                .isNotEqualTo(Digests.of(text.substring(0, second), text.substring(second)));
    }

    @Property
    void aFieldMoreIsAnotherDigest(@ForAll String text) {
        assertThat(Digests.of(text)).isNotEqualTo(Digests.of(text, "")).isNotEqualTo(Digests.of("", text));
    }

    @Test
    void theOrderOfTheFieldsCounts() {
        assertThat(Digests.of("a", "b")).isNotEqualTo(Digests.of("b", "a"));
    }

    @Test
    void hexIsLowerCaseOfTheSameDigest() {
        assertThat(Digests.hex("x"))
                .isEqualTo(HexFormat.of().formatHex(Digests.of("x")))
                .matches("[0-9a-f]{64}");
    }

    private static boolean splitsACharacter(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }
}
