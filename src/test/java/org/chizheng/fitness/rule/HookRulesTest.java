package org.chizheng.fitness.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where messages may go, how they are signed, when they are tried again. */
class HookRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::7f00:1",
                "64:ff9b::7f00:1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "100::1"
            })
    void whatLiesInsideANetworkIsClosed(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.1.1.1",
                "128.0.0.1",
                "169.253.1.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.255.255",
                "198.17.1.1",
                "198.20.0.1",
                "223.255.255.255",
                "2400:3200::1",
                "2606:4700::1111",
                "2003::1"
            })
    void theOpenInternetIsNot(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    /** The figure is OpenSSL's: printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac whs_test. */
    @Test
    void aSignatureIsWhatAnyOtherProgramComputes() {
        assertThat(HookSignature.of("whs_test", 1_700_000_000L, "{\"a\":1}"))
                .isEqualTo("v1=5229bfb26a3ed151747290d0e5ce518928ac9391cb7c54359568c48550b3d93c");
    }

    @Test
    void aMessageIsTriedEverLessOftenAndForADay() {
        Instant made = Instant.parse("2026-07-01T00:00:00Z");
        Instant now = made;
        int attempts = 0;
        Duration last = Duration.ZERO;
        while (true) {
            attempts++;
            var next = Retry.next(made, now, attempts);
            if (next.isEmpty()) {
                break;
            }
            Duration wait = Duration.between(now, next.get());
            assertThat(wait).isGreaterThanOrEqualTo(last).isBetween(Duration.ofSeconds(30), Duration.ofHours(1));
            last = wait;
            now = next.get();
        }
        assertThat(Duration.between(made, now)).isBetween(Duration.ofHours(24), Duration.ofHours(25));
        assertThat(attempts).isBetween(20, 40);
    }

    @Test
    void namesAreComparedWithoutBlanksWidthAndKindsOfDots() {
        assertThat(NameKey.of(" 阿迪力·买买提 ")).isEqualTo(NameKey.of("阿迪力•买买提")).isEqualTo(NameKey.of("阿迪力．买买提"));
        assertThat(NameKey.of("张　三")).isEqualTo(NameKey.of("张三"));
        assertThat(NameKey.of("John Smith")).isEqualTo(NameKey.of("ＪＯＨＮ  smith"));
        assertThat(NameKey.of("张三")).isNotEqualTo(NameKey.of("张三丰"));
    }
}
