package org.chizheng.certificate.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class DocumentIdentifierTest {
    /** The example in the national standard of another safety certificate, and identifiers seen in the wild. */
    @Test
    void identifiersOfOthersAreWellFormedAndMadeAlike() {
        assertThat(DocumentIdentifier.of("11100000000013338W011", "11430000006122244L", "20230000403", 1))
                .isEqualTo("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U");
        assertThat(DocumentIdentifier.of("11100000000013338W011", "11430000006122244L", "20230000403", 2))
                .endsWith(".002.S");
        assertThat(DocumentIdentifier.isWellFormed(
                        "1.2.156.3005.2.11100000000013338W087.11370800MB28559184.37080001202411010001.001.3"))
                .isTrue();
    }

    @Property
    void aWrongSignIsFound(
            @ForAll @StringLength(min = 6, max = 20) @CharRange(from = '0', to = '9') String serial,
            @ForAll @IntRange(min = 1, max = 999) int version,
            @ForAll @IntRange(min = 0, max = 5) int place) {
        String right = DocumentIdentifier.of("11100000DEMO00000X021", "11320000DEMO00000X", serial, version);
        assertThat(DocumentIdentifier.isWellFormed(right)).isTrue();
        char sign = serial.charAt(place);
        String wrong = serial.substring(0, place) + (char) ('0' + (sign - '0' + 1) % 10) + serial.substring(place + 1);
        assertThat(DocumentIdentifier.isWellFormed(right.replace("." + serial + ".", "." + wrong + ".")))
                .isFalse();
    }

    @Test
    void whatIsNoPartIsRefused() {
        assertThatThrownBy(() -> DocumentIdentifier.of("a", "B", "1", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DocumentIdentifier.of("A", "B", "1", 1000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(DocumentIdentifier.isWellFormed("1.2.156.3005.2.A.B.C")).isFalse();
    }
}
