package org.chizheng.certificate.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import org.chizheng.certificate.rule.StatusBits;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The lists of states for credentials, unpacked by the JDK as anybody would. */
class StatusCredentialsTest {
    private static final int PLACES = 1 << 20;
    private static final Instant NOW = Instant.parse("2026-07-01T01:02:03Z");
    private final StatusCredentials list =
            new StatusCredentials("https://exam.example.org", 3, NOW, NOW.plusSeconds(86_400), Duration.ofMinutes(15));

    @Test
    void eachListShowsItsOwnStatesAndNoOthers() throws IOException {
        StatusBits states = new StatusBits(new byte[StatusBits.BYTES]);
        states.set(0, StatusBits.ENDED);
        states.set(7, StatusBits.SUPERSEDED);
        states.set(8, StatusBits.SUSPENDED);
        states.set(PLACES - 1, StatusBits.ENDED);
        assertThat(set(StatusForm.REVOCATION, states)).containsExactly(0, 7, PLACES - 1);
        assertThat(set(StatusForm.SUSPENSION, states)).containsExactly(8);
    }

    /** The state of a place is what its three lists say of it. */
    @Property(tries = 20)
    void anyStatesComeBackFromEachForm(
            @ForAll @Size(max = 40) Map<@IntRange(max = PLACES - 1) Integer, @IntRange(max = 3) Integer> given)
            throws IOException {
        StatusBits states = new StatusBits(new byte[StatusBits.BYTES]);
        given.forEach(states::set);
        Set<Integer> revoked = set(StatusForm.REVOCATION, states);
        Set<Integer> suspended = set(StatusForm.SUSPENSION, states);
        byte[] both = token(states);
        given.forEach((place, value) -> {
            assertThat(revoked.contains(place)).isEqualTo(value == 1 || value == 3);
            assertThat(suspended.contains(place)).isEqualTo(value == 2);
            assertThat(both[place / 4] >> 2 * (place % 4) & 3).isEqualTo(value);
        });
        assertThat(given.keySet()).containsAll(revoked).containsAll(suspended);
    }

    @Test
    void theListIsACredentialThatSaysHowLongItCounts() {
        Map<String, Object> payload = list.payload(StatusForm.SUSPENSION, new StatusBits(new byte[StatusBits.BYTES]));
        String address = "https://exam.example.org/credentials/status/3/suspension";
        assertThat(payload)
                .containsEntry("id", address)
                .containsEntry("issuer", "https://exam.example.org")
                .containsEntry("validFrom", "2026-07-01T01:02:03Z")
                .containsEntry("validUntil", "2026-07-02T01:02:03Z")
                .containsEntry("exp", NOW.getEpochSecond() + 86_400);
        assertThat(subject(payload))
                .containsEntry("type", "BitstringStatusList")
                .containsEntry("statusPurpose", "suspension")
                .containsEntry("ttl", 900_000L);
    }

    /** A full list with 2 % set, spread as evenly as they come. */
    @Test
    void aFullListIsSmall() {
        StatusBits states = new StatusBits(new byte[StatusBits.BYTES]);
        java.util.Random random = new java.util.Random(5);
        for (int i = 0; i < PLACES / 50; i++) {
            states.set(random.nextInt(PLACES), StatusBits.ENDED);
        }
        Map<String, Object> payload = list.payload(StatusForm.REVOCATION, states);
        String jwt = Wallet.sign(StatusForm.REVOCATION.type(), payload);
        assertThat(jwt.length()).isLessThan(75_000);
    }

    private Set<Integer> set(StatusForm form, StatusBits states) throws IOException {
        String encoded = (String) subject(list.payload(form, states)).get("encodedList");
        assertThat(encoded).startsWith("u").doesNotContain("=");
        byte[] packed = Base64.getUrlDecoder().decode(encoded.substring(1));
        byte[] bits = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        assertThat(bits.length * 8).isEqualTo(PLACES).isGreaterThanOrEqualTo(131_072);
        Set<Integer> places = new TreeSet<>();
        for (int place = 0; place < PLACES; place++) {
            if ((bits[place / 8] & 1 << 7 - place % 8) != 0) {
                places.add(place);
            }
        }
        return places;
    }

    private byte[] token(StatusBits states) throws IOException {
        @SuppressWarnings("unchecked")
        Map<String, Object> packed =
                (Map<String, Object>) list.payload(StatusForm.TOKEN, states).get("status_list");
        byte[] zlib = Base64.getUrlDecoder().decode((String) packed.get("lst"));
        return new InflaterInputStream(new ByteArrayInputStream(zlib)).readAllBytes();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> subject(Map<String, Object> payload) {
        return (Map<String, Object>) payload.get("credentialSubject");
    }
}
