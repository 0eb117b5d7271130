package org.chizheng.verification.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.chizheng.verification.scan.rule.Network;
import org.junit.jupiter.api.Test;

class NetworkTest {
    @Test
    void addressesOfOneSiteAreOneNetwork() {
        assertThat(Network.of("198.51.100.7")).isEqualTo(Network.of("198.51.100.250"));
        assertThat(Network.of("198.51.100.7")).isNotEqualTo(Network.of("198.51.101.7"));
        assertThat(Network.of("2001:db8:1:2::3")).isEqualTo(Network.of("2001:db8:1:ffff::9"));
        assertThat(Network.of("2001:db8:1:2::3")).isNotEqualTo(Network.of("2001:db8:2:2::3"));
        assertThat(Network.of("fe80::1%eth0")).isEqualTo(Network.of("fe80::2"));
    }

    @Test
    void whatIsNoNumericAddressIsNeverLookedUp() {
        assertThat(Network.of("gate.example.org")).isEqualTo("-");
        assertThat(Network.of("999.1.1.1")).isEqualTo("-");
        assertThat(Network.of("")).isEqualTo("-");
        assertThat(Network.of(null)).isEqualTo("-");
        assertThat(Network.of("bad")).as("letters that could be a name").isEqualTo("-");
    }
}
