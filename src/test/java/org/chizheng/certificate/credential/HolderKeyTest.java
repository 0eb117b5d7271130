package org.chizheng.certificate.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chizheng.common.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;

/** Which keys of wallets are bound into credentials. */
class HolderKeyTest {
    @Test
    void publicKeysOfBothCurvesAreTakenWithoutWhatElseIsSaidOfThem() throws JOSEException {
        OctetKeyPair ed25519 =
                new OctetKeyPairGenerator(Curve.Ed25519).keyID("phone of 张测试").generate();
        ECKey p256 = new ECKeyGenerator(Curve.P_256).keyID("phone of 张测试").generate();
        assertThat(HolderKey.of(ed25519.toPublicJWK().toJSONString()).jwk())
                .containsOnlyKeys("kty", "crv", "x")
                .containsEntry("x", ed25519.getX().toString());
        assertThat(HolderKey.of(p256.toPublicJWK().toJSONString()).jwk())
                .containsOnlyKeys("kty", "crv", "x", "y")
                .containsEntry("y", p256.getY().toString());
    }

    @Test
    void aPrivateKeyIsRefusedByItsName() throws JOSEException {
        JWK wallet = new OctetKeyPairGenerator(Curve.Ed25519).generate();
        assertRefused(wallet.toJSONString(), CredentialRefusal.HOLDER_KEY_PRIVATE);
    }

    @Test
    void keysOfOtherKindsAreRefused() throws JOSEException {
        RSAKey rsa = new RSAKeyGenerator(2048).generate();
        for (JWK other : new JWK[] {
            rsa.toPublicJWK(),
            new ECKeyGenerator(Curve.P_384).generate().toPublicJWK(),
            new OctetKeyPairGenerator(Curve.X25519).generate().toPublicJWK()
        }) {
            assertRefused(other.toJSONString(), CredentialRefusal.HOLDER_KEY_INVALID);
        }
    }

    @Test
    void aPointOffTheCurveIsRefused() throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        byte[] y = key.getY().decode();
        y[y.length - 1] ^= 1;
        String moved = key.toPublicJWK()
                .toJSONString()
                .replace(key.getY().toString(), Base64URL.encode(y).toString());
        assertRefused(moved, CredentialRefusal.HOLDER_KEY_INVALID);
        assertRefused(ed25519(new byte[32]), CredentialRefusal.HOLDER_KEY_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key",
                "{}",
                "[]",
                "null",
                "7",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"!\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":{}}",
                "{\"kty\":[\"OKP\"],\"crv\":7}"
            })
    void whatIsNoKeyIsRefused(String text) {
        assertRefused(text, CredentialRefusal.HOLDER_KEY_INVALID);
    }

    @Test
    void whatIsTooLongIsNotRead() {
        assertRefused("[".repeat(1_000_000), CredentialRefusal.HOLDER_KEY_INVALID);
    }

    private static String ed25519(byte[] x) {
        return "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + Base64URL.encode(x) + "\"}";
    }

    private static void assertRefused(String text, CredentialRefusal reason) {
        assertThatThrownBy(() -> HolderKey.of(text))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
