package org.chizheng.certificate.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kind of the key chooses the algorithm; signatures are checked by another implementation where there is one. */
class PrivateKeyTest {
    /** As {@code openssl genpkey -algorithm SM2} writes it; for tests only. */
    private static final String SM2_PEM = """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqBHM9VAYItBG0wawIBAQQg3piezpNG9CCDk3sP
            idLgRYMK/guaj1tM5MFmgtAmqzWhRANCAASgCPzaEiX/5UvT/2KnGdtJM2InqFvB
            JdhbJ+w0yy8GiDvgHRZaYg4VSIgfDru1DtA6qlIC9ycG0j5xbM+gTc26
            -----END PRIVATE KEY-----
            """;

    @Test
    void javaItselfAcceptsOurEd25519Signatures() throws GeneralSecurityException {
        PrivateKey key = Samples.key(Samples.ed25519(0x55));
        CoseSign1 signed = key.sign(null, ClaimCodec.encode(Samples.claim()), false);
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(key.publicKey().spki())));
        check.update(signed.toBeSigned());
        assertThat(check.verify(signed.signature())).isTrue();
    }

    @Test
    void anSm2KeyOfOpenSslSignsBySm2() {
        PrivateKey key = Samples.key(SM2_PEM);
        assertThat(key.publicKey().algorithm()).isEqualTo(SignatureAlgorithm.SM2);
        assertThat(key.publicKey().kid().hex()).isEqualTo("d3f1673da8ee0438");
        CoseSign1 signed = key.sign(null, new byte[] {1}, false);
        assertThat(key.publicKey().verifies(signed)).isTrue();
        assertThat(Samples.key(Samples.sm2()).publicKey().verifies(signed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not Base64!", "-----BEGIN PRIVATE KEY-----"})
    void whatIsNoKeyIsRefusedByTheNameOfItsSetting(String text) {
        assertThatThrownBy(() -> PrivateKey.of(text, "CHIZHENG_CLAIM_KEY")).hasMessageContaining("CHIZHENG_CLAIM_KEY");
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        String p256 = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        assertThatThrownBy(() -> PrivateKey.of(p256, "CHIZHENG_CLAIM_KEY"))
                .hasMessageContaining("CHIZHENG_CLAIM_KEY")
                .hasMessageNotContaining(p256);
    }
}
