package org.chizheng.certificate.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;

import org.chizheng.certificate.rule.TokenDigits;
import org.chizheng.certificate.rule.VerificationCode;
import org.chizheng.certificate.token.ClaimAnswer.Outcome;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is scanned: every claim comes back as it was, everything else has an outcome, and nothing is thrown. */
class ClaimFuzzTest {
    private static final PrivateKey KEY = Samples.key(Samples.ed25519(0x11));
    private static final KnownKey KNOWN = Samples.known(KEY.publicKey(), Purpose.CLAIM, null);
    private static final byte[] TOKEN = Samples.token(KEY, Samples.claim());

    @Property(tries = 300)
    void everyClaimComesBackAsItWas(@ForAll("claims") Claim claim) {
        ClaimAnswer answer = ClaimCheck.check(Samples.token(KEY, claim), Samples.book(KNOWN));
        assertThat(answer.outcome()).isEqualTo(Outcome.GENUINE);
        assertThat(answer.claim()).hasValue(claim);
    }

    @Property
    void anyBytesAreUnreadable(@ForAll byte[] bytes) {
        assertThat(ClaimCheck.check(bytes, Samples.book(KNOWN)).outcome()).isEqualTo(Outcome.UNREADABLE);
    }

    @Property
    void anyBytesUnderATrueSignatureAreUnreadable(@ForAll @Size(max = 200) byte[] payload) {
        byte[] signed = KEY.sign(null, payload, false).encode();
        assertThat(ClaimCheck.check(signed, Samples.book(KNOWN)).outcome()).isEqualTo(Outcome.UNREADABLE);
    }

    @Property
    void aTokenWithOneByteChangedIsNeverGenuine(
            @ForAll @IntRange(max = 10_000) int place, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] changed = TOKEN.clone();
        changed[place % changed.length] ^= (byte) change;
        assertThat(ClaimCheck.check(changed, Samples.book(KNOWN)).outcome()).isNotEqualTo(Outcome.GENUINE);
    }

    @Property
    void aTruncatedTokenIsUnreadable(@ForAll @IntRange(max = 10_000) int length) {
        byte[] cut = Arrays.copyOf(TOKEN, length % TOKEN.length);
        assertThat(ClaimCheck.check(cut, Samples.book(KNOWN)).outcome()).isEqualTo(Outcome.UNREADABLE);
    }

    /** A byte of a claim changed before it is signed: either another claim, in its one encoding, or none. */
    @Property
    void aClaimHasOneEncodingOnly(
            @ForAll @IntRange(max = 10_000) int place, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] payload = ClaimCodec.encode(Samples.claim());
        payload[place % payload.length] ^= (byte) change;
        ClaimCodec.decode(payload)
                .ifPresent(claim -> assertThat(ClaimCodec.encode(claim)).isEqualTo(payload));
    }

    @Property
    void digitsBringBackTheBytes(@ForAll byte[] bytes) {
        String digits = TokenDigits.of(bytes);
        assertThat(digits).matches("[0-9]*");
        assertThat(TokenDigits.bytes(digits)).hasValue(bytes);
    }

    @Property
    void anyTextAsDigitsIsReadOrRefused(@ForAll("digits") String digits) {
        TokenDigits.bytes(digits)
                .ifPresent(bytes -> assertThat(TokenDigits.of(bytes)).isEqualTo(digits));
        QrText.read(digits).ifPresent(text -> assertThat(text.code()).isNull());
    }

    @Property
    void anyTextAsQrIsReadOrRefused(@ForAll String text) {
        assertThat(QrText.read(text).isPresent())
                .isEqualTo(TokenDigits.bytes(text.strip()).isPresent() && !text.isBlank());
    }

    @Provide
    Arbitrary<String> digits() {
        return Arbitraries.strings().withCharRange('0', '9').ofMaxLength(60);
    }

    @Provide
    Arbitrary<Claim> claims() {
        Arbitrary<String> code =
                Arbitraries.randomValue(random -> VerificationCode.draw(new Random(random.nextLong())));
        Arbitrary<String> name = Arbitraries.strings()
                .withCharRange('一', '龥')
                .withChars('·', ' ', 'A', 'z')
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(text -> !text.isBlank());
        Arbitrary<String> masked = Arbitraries.of("3201**********001X", "E123*4567", "*********", "AB**C", "1*****2");
        Arbitrary<String> qualification = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('-', '7', 'Q')
                .ofMinLength(1)
                .ofMaxLength(40);
        Arbitrary<Integer> day = Arbitraries.integers().between(0, 60_000);
        Arbitrary<Integer> place = Arbitraries.integers().between(0, Claim.LIST_SIZE - 1);
        Arbitrary<Long> second = Arbitraries.longs().between(0, 1L << 33);
        return Combinators.combine(code, name, masked, qualification, day, day, place, second)
                .as((c, n, m, q, first, term, index, issued) -> new Claim(
                        c,
                        n,
                        m,
                        q,
                        index % 2 == 0 ? "OPERATOR" : "MANAGER",
                        LocalDate.ofEpochDay(first),
                        LocalDate.ofEpochDay(first + index % 2L),
                        LocalDate.ofEpochDay(Math.max(first + 1, term)),
                        index % 3 == 0 ? null : LocalDate.ofEpochDay(term),
                        index % 0xffff,
                        index,
                        Instant.ofEpochSecond(issued),
                        "JS"));
    }
}
