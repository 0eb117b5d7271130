package org.chizheng.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SignerTest {
    private static final KeyPair PAIR = pair();
    private static final byte[] DIGEST = Digests.of("something");
    private final Signer signer = signer(base64(PAIR));

    @Test
    void anybodyWithThePublicKeyCanCheckTheSignature() throws GeneralSecurityException {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(PAIR.getPublic());
        check.update(Digests.of("receipt", DIGEST));
        assertThat(check.verify(signer.sign("receipt", DIGEST))).isTrue();
    }

    @Test
    void whatJavasOwnSignerMadeIsOursToo() throws GeneralSecurityException {
        Signature own = Signature.getInstance("Ed25519");
        own.initSign(PAIR.getPrivate());
        own.update(Digests.of("receipt", DIGEST));
        assertThat(signer.isOurs("receipt", DIGEST, own.sign())).isTrue();
        assertThat(signer.publicKey())
                .isEqualTo(Base64.getEncoder().encodeToString(PAIR.getPublic().getEncoded()));
    }

    @Test
    void aSignatureForOnePurposeIsNoneForAnother() {
        byte[] signature = signer.sign("receipt", DIGEST);
        assertThat(signer.isOurs("receipt", DIGEST, signature)).isTrue();
        assertThat(signer.isOurs("seal", DIGEST, signature)).isFalse();
    }

    @Test
    void anotherKeysSignatureIsNotOurs() {
        assertThat(signer.isOurs("receipt", DIGEST, signer(base64(pair())).sign("receipt", DIGEST)))
                .isFalse();
    }

    @Property
    void anAlteredBitOfDigestOrSignatureIsNoticed(
            @ForAll @IntRange(max = 255) int digestBit, @ForAll @IntRange(max = 511) int signatureBit) {
        byte[] signature = signer.sign("receipt", DIGEST);
        assertThat(signer.isOurs("receipt", flipped(DIGEST, digestBit), signature))
                .isFalse();
        assertThat(signer.isOurs("receipt", DIGEST, flipped(signature, signatureBit)))
                .isFalse();
    }

    @Test
    void aKeyAsOpensslWritesItIsTaken() {
        String pem = "-----BEGIN PRIVATE KEY-----\n" + base64(PAIR) + "\n-----END PRIVATE KEY-----\n";
        assertThat(signer(pem).sign("receipt", DIGEST)).isEqualTo(signer.sign("receipt", DIGEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a key", "AAAA", "%%%"})
    void whatIsNoKeyIsRefusedByTheNameOfItsSetting(String key) {
        assertThatThrownBy(() -> signer(key)).hasMessageContaining("CHIZHENG_SEAL_KEY");
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] other = bytes.clone();
        other[bit / 8] ^= (byte) (1 << bit % 8);
        return other;
    }

    private static String base64(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    }

    private static Signer signer(String sealKey) {
        return new Signer(new TestConfig(1, sealKey));
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
