package org.chizheng.certificate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two bits for each place, and what events come to. */
class StatusBitsTest {
    private static final List<String> KINDS =
            List.of("SUSPENDED", "REINSTATED", "REVOKED", "WITHDRAWN", "CANCELLED", "SUPERSEDED", "REVIEWED");

    /** The example of the specification for two bits: 1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3 is C9 44 F9. */
    @Test
    void thePlacesStandAsTheSpecificationHasThem() {
        byte[] bytes = new byte[StatusBits.BYTES];
        StatusBits bits = new StatusBits(bytes);
        int[] values = {1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3};
        for (int place = 0; place < values.length; place++) {
            bits.set(place, values[place]);
        }
        assertThat(bytes).startsWith(0xc9, 0x44, 0xf9, 0);
    }

    @Test
    void aPlaceIsSetAloneAndToldWhetherItChanged() {
        StatusBits bits = new StatusBits(new byte[StatusBits.BYTES]);
        assertThat(bits.set(1_048_575, StatusBits.SUPERSEDED)).isTrue();
        assertThat(bits.set(1_048_575, StatusBits.SUPERSEDED)).isFalse();
        assertThat(bits.set(1_048_574, StatusBits.ENDED)).isTrue();
        assertThat(bits.set(1_048_575, StatusBits.IN_FORCE)).isTrue();
        assertThat(bits.at(1_048_575)).isEqualTo(StatusBits.IN_FORCE);
        assertThat(bits.at(1_048_574)).isEqualTo(StatusBits.ENDED);
        assertThat(bits.at(0)).isEqualTo(StatusBits.IN_FORCE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                           | 0",
                "REVIEWED                     | 0",
                "SUSPENDED                    | 2",
                "SUSPENDED REINSTATED         | 0",
                "SUSPENDED REVOKED            | 1",
                "REVOKED REINSTATED SUSPENDED | 1",
                "WITHDRAWN                    | 1",
                "CANCELLED                    | 1",
                "SUPERSEDED                   | 3",
                "SUPERSEDED REVOKED           | 1",
                "SUSPENDED SUPERSEDED         | 3",
                "SUPERSEDED SUSPENDED         | 3"
            })
    void eventsComeToAState(String kinds, int value) {
        assertThat(StatusBits.of(List.of(kinds.split(" ")))).isEqualTo(value);
    }

    @Property
    void anEndStandsForGoodWhateverFollows(@ForAll @From("events") List<String> events, @ForAll Random random) {
        List<String> ended = new ArrayList<>(events);
        ended.add("REVOKED");
        Collections.shuffle(ended, random);
        assertThat(StatusBits.of(ended)).isEqualTo(StatusBits.ENDED);
    }

    @Provide
    net.jqwik.api.Arbitrary<List<String>> events() {
        return net.jqwik.api.Arbitraries.of(KINDS).list().ofMaxSize(8);
    }
}
