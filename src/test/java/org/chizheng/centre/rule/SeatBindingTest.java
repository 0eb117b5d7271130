package org.chizheng.centre.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeatBindingTest {
    private static final String ONE = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    private static AddressRange range(String text) {
        return AddressRange.parse(text).orElseThrow();
    }

    @Test
    void anUnboundSeatIsOpenToAnyComputer() {
        assertThat(SeatBinding.NONE.allows("192.0.2.7", null)).isTrue();
        assertThat(SeatBinding.NONE.allows(null, null)).isTrue();
    }

    @Test
    void theAddressOrTheCertificateIsEnough() {
        SeatBinding both = new SeatBinding(range("10.0.0.0/24"), ONE);
        assertThat(both.allows("10.0.0.9", null)).isTrue();
        assertThat(both.allows("192.0.2.7", ONE)).isTrue();
        assertThat(both.allows("192.0.2.7", OTHER)).isFalse();
        assertThat(both.allows(null, null)).isFalse();
        assertThat(new SeatBinding(null, ONE).allows("10.0.0.9", null))
                .as("no certificate came")
                .isFalse();
    }

    @Test
    void fingerprintsAreReadAsToolsWriteThem() {
        String colons = ONE.toUpperCase(java.util.Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
        assertThat(SeatBinding.fingerprint(colons)).contains(ONE);
        assertThat(SeatBinding.fingerprint(ONE.substring(1))).isEmpty();
        assertThat(SeatBinding.fingerprint("g" + ONE.substring(1))).isEmpty();
        assertThat(SeatBinding.fingerprint("１" + ONE.substring(1))).isEmpty();
    }

    @Test
    void seatsStandInRowsOfTen() {
        assertThat(SeatLabels.at(0)).isEqualTo("A01");
        assertThat(SeatLabels.at(9)).isEqualTo("A10");
        assertThat(SeatLabels.at(10)).isEqualTo("B01");
        assertThat(SeatLabels.at(259)).isEqualTo("Z10");
        assertThat(SeatLabels.at(260)).isEqualTo("AA01");
        assertThat(SeatLabels.at(999)).isEqualTo("CV10");
    }
}
