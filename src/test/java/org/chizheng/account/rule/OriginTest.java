package org.chizheng.account.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginTest {
    @Test
    void aHouseOfIpv6CountsAsOneAndAnAddressOfIpv4ByItself() {
        assertThat(Origin.of("2001:db8:0:7:1:2:3:4")).isEqualTo(Origin.of("2001:db8:0:7:9:9:9:9"));
        assertThat(Origin.of("2001:db8:0:7:1:2:3:4")).isNotEqualTo(Origin.of("2001:db8:0:8:1:2:3:4"));
        assertThat(Origin.of("203.0.113.7")).isNotEqualTo(Origin.of("203.0.113.8"));
        assertThat(Origin.of(null)).isEmpty();
    }
}
