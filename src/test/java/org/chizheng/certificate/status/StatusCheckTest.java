package org.chizheng.certificate.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

import org.chizheng.certificate.rule.StatusBits;
import org.chizheng.certificate.status.StatusAnswer.Outcome;
import org.chizheng.certificate.token.KeyId;
import org.chizheng.certificate.token.KnownKey;
import org.chizheng.certificate.token.Lists;
import org.chizheng.certificate.token.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A status list as anybody gets it, true, old, or tampered with. */
class StatusCheckTest {
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final String HERE = "https://exam.example.org/status/0";
    private static final int OURS = 0x33;
    private static final int STOLEN = 0x22;
    private static final int THEIRS = 0x44;
    private static final int CLAIMS = 0x11;
    private static final List<KnownKey> KEYS = List.of(
            Lists.known(OURS, Purpose.STATUS, false),
            Lists.known(STOLEN, Purpose.STATUS, true),
            Lists.known(CLAIMS, Purpose.CLAIM, false));

    @Test
    void aFreshListSaysWhatItsPlacesHold() {
        byte[] bytes = new byte[StatusBits.BYTES];
        new StatusBits(bytes).set(7, StatusBits.SUSPENDED);
        StatusAnswer answer = check(Lists.signed(OURS, payload(bytes)), NOW);
        assertThat(answer.outcome()).isEqualTo(Outcome.FRESH);
        StatusList list = answer.list().orElseThrow();
        assertThat(list.bits().at(7)).isEqualTo(StatusBits.SUSPENDED);
        assertThat(list.bits().at(8)).isEqualTo(StatusBits.IN_FORCE);
        assertThat(list.issuedAt()).isEqualTo(NOW);
        assertThat(list.ttl()).isEqualTo(900);
    }

    @Test
    void fromItsLastSecondOnItIsStale() {
        byte[] list = Lists.signed(OURS, payload(new byte[StatusBits.BYTES]));
        assertThat(check(list, NOW.plusSeconds(86_399)).outcome()).isEqualTo(Outcome.FRESH);
        assertThat(check(list, NOW.plusSeconds(86_400)).outcome()).isEqualTo(Outcome.STALE);
    }

    @Test
    void aTrueListAtAnotherAddressIsNotTaken() {
        byte[] list = Lists.signed(OURS, payload(new byte[StatusBits.BYTES]));
        assertThat(StatusCheck.check(list, "https://exam.example.org/status/1", keys(), NOW)
                        .outcome())
                .isEqualTo(Outcome.OTHER_LIST);
    }

    @Test
    void keysThatMayNotSignListsAreRefused() {
        byte[] payload = payload(new byte[StatusBits.BYTES]);
        assertThat(check(Lists.signed(STOLEN, payload), NOW).outcome()).isEqualTo(Outcome.KEY_COMPROMISED);
        assertThat(check(Lists.signed(THEIRS, payload), NOW).outcome()).isEqualTo(Outcome.UNKNOWN_KEY);
        assertThat(check(Lists.signed(CLAIMS, payload), NOW).outcome()).isEqualTo(Outcome.UNKNOWN_KEY);
    }

    @Test
    void aListOfAnotherTypeOrWithoutItsTagIsUnreadable() {
        byte[] payload = payload(new byte[StatusBits.BYTES]);
        assertThat(check(Lists.signed(OURS, null, payload, true), NOW).outcome())
                .isEqualTo(Outcome.UNREADABLE);
        assertThat(check(Lists.signed(OURS, StatusList.TYPE, payload, false), NOW)
                        .outcome())
                .isEqualTo(Outcome.UNREADABLE);
    }

    /** Too few states, too many, and a few bytes that would unpack to gigabytes. */
    @ParameterizedTest
    @CsvSource({"262143", "262145", "100000000"})
    void aListOfAnotherLengthIsUnreadable(int length) {
        assertThat(check(Lists.signed(OURS, payload(new byte[length])), NOW).outcome())
                .isEqualTo(Outcome.UNREADABLE);
    }

    @Property(tries = 300)
    void aListWithOneByteChangedIsNeverTaken(
            @ForAll @IntRange(max = 100_000) int place, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] list = Lists.signed(OURS, payload(new byte[StatusBits.BYTES]));
        list[place % list.length] ^= (byte) change;
        assertThat(check(list, NOW).outcome()).isNotIn(Outcome.FRESH, Outcome.STALE, Outcome.OTHER_LIST);
    }

    @Property
    void anyBytesAreUnreadable(@ForAll byte[] bytes) {
        assertThat(check(bytes, NOW).outcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(check(Lists.signed(OURS, bytes), NOW).outcome()).isEqualTo(Outcome.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"2, 200000", "5, 200000"})
    void aMillionCertificatesTakeLittleRoom(int percent, int most) {
        Random random = new Random(5);
        byte[] bytes = new byte[StatusBits.BYTES];
        StatusBits bits = new StatusBits(bytes);
        for (int certificate = 0; certificate < 1_000_000; certificate++) {
            if (random.nextInt(100) < percent) {
                bits.set(certificate, 1 + random.nextInt(3));
            }
        }
        byte[] list = Lists.signed(OURS, payload(bytes));
        assertThat(list.length).as("%d %% take %d bytes", percent, list.length).isBetween(20_000, most);
        assertThat(check(list, NOW).outcome()).isEqualTo(Outcome.FRESH);
    }

    private static byte[] payload(byte[] bits) {
        return StatusList.encode(HERE, NOW, NOW.plusSeconds(86_400), 900, bits);
    }

    private static StatusAnswer check(byte[] list, Instant at) {
        return StatusCheck.check(list, HERE, keys(), at);
    }

    private static Function<KeyId, Optional<KnownKey>> keys() {
        return kid ->
                KEYS.stream().filter(known -> known.key().kid().equals(kid)).findFirst();
    }
}
