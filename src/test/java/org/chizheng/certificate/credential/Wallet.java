package org.chizheng.certificate.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.text.ParseException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

import org.chizheng.certificate.rule.VerificationCode;
import org.chizheng.certificate.status.Placing;
import org.chizheng.certificate.token.KeyId;
import org.chizheng.regulation.QualificationView;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;

/** What stands on the other side: keys and checks by a library that is not ours. */
final class Wallet {
    static final String ISSUER = "https://exam.example.org";
    static final String HOLDER = "张测试";
    static final String MASKED = "3201**********001X";
    private static final KeyPair KEYS = keys();
    private static final byte[] SPKI = KEYS.getPublic().getEncoded();
    static final KeyId KID = KeyId.of(SPKI);
    static final OctetKeyPair ISSUER_KEY = new OctetKeyPair.Builder(
                    Curve.Ed25519, Base64URL.encode(Arrays.copyOfRange(SPKI, SPKI.length - 32, SPKI.length)))
            .build();

    private Wallet() {}

    static CredentialFacts facts() {
        QualificationView qualification = new QualificationView(
                "operator-low-voltage-electrical",
                "OPERATOR",
                "低压电工作业",
                "Low-voltage electrical work",
                "特种作业人员",
                "Special operator",
                "特种作业操作证",
                "Special operation certificate",
                "电工作业",
                "Electrical work",
                "低压电工作业",
                "Low-voltage electrical work");
        return new CredentialFacts(
                new UUID(0, 1),
                new UUID(0, 2),
                VerificationCode.withCheck("7Q2M4ZK9TT0H3VWXE5A"),
                HOLDER,
                MASKED,
                qualification,
                "江苏省应急管理厅",
                "Jiangsu Provincial Department of Emergency Management",
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2032, 6, 30),
                new Placing.Place(3, 777_777),
                ISSUER);
    }

    /** Signs as the service would, with a key of this run. */
    static String sign(String type, Map<String, Object> payload) {
        try {
            return CompactJws.of(type, KID, new ObjectMapper().writeValueAsBytes(payload), Wallet::signature);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signature(byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(KEYS.getPrivate());
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By Nimbus. */
    static boolean verifies(String jwt, OctetKeyPair key) throws ParseException, JOSEException {
        return SignedJWT.parse(jwt).verify(new Ed25519Verifier(key.toPublicJWK()));
    }

    /** The token with other claims under the old signature. */
    static String altered(String jwt, String what, String becomes) {
        String[] parts = jwt.split("\\.");
        String claims = new Base64URL(parts[1]).decodeToString();
        if (!claims.contains(what)) {
            throw new IllegalArgumentException(what);
        }
        return parts[0] + "." + Base64URL.encode(claims.replace(what, becomes).getBytes(UTF_8)) + "." + parts[2];
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
