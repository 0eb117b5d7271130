package org.chizheng.certificate.token;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Claims and keys of nobody. */
public final class Samples {
    static final Instant ISSUED = Instant.parse("2026-07-01T01:02:03Z");

    private Samples() {}

    static Claim claim() {
        return claim("张测试", "operator-low-voltage-electrical");
    }

    static Claim claim(String name, String qualification) {
        return new Claim(
                org.chizheng.certificate.rule.VerificationCode.withCheck("7Q2M4ZK9TT0H3VWXE5A"),
                name,
                "3201**********001X",
                qualification,
                qualification.startsWith("operator") ? "OPERATOR" : "MANAGER",
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2032, 6, 30),
                LocalDate.of(2029, 6, 30),
                0,
                777_777,
                ISSUED,
                "JS");
    }

    /** The Ed25519 key of a seed, 32 times the same byte: for tests only. */
    static String ed25519(int fill) {
        return base64(new Ed25519PrivateKeyParameters(
                HexFormat.of().parseHex("%02x".formatted(fill).repeat(32)), 0));
    }

    static String sm2() {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(
                new ECNamedDomainParameters(
                        GMObjectIdentifiers.sm2p256v1, GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1)),
                new SecureRandom()));
        return base64(generator.generateKeyPair().getPrivate());
    }

    private static String base64(org.bouncycastle.crypto.params.AsymmetricKeyParameter key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static PrivateKey key(String pkcs8) {
        return PrivateKey.of(pkcs8, "CHIZHENG_CLAIM_KEY");
    }

    static byte[] token(PrivateKey key, Claim claim) {
        return key.sign(null, ClaimCodec.encode(claim), false).encode();
    }

    static KnownKey known(PublicKey key, Purpose purpose, Instant compromisedAt) {
        return new KnownKey(key, purpose, ISSUED.minusSeconds(60), null, compromisedAt);
    }

    static Function<KeyId, Optional<KnownKey>> book(KnownKey... keys) {
        Map<KeyId, KnownKey> book = new java.util.HashMap<>();
        for (KnownKey key : keys) {
            book.put(key.key().kid(), key);
        }
        return kid -> Optional.ofNullable(book.get(kid));
    }

    /** The claim as vectors write it. */
    static String told(Claim claim) {
        return new ObjectMapper()
                .createObjectNode()
                .put("code", claim.code())
                .put("holderName", claim.holderName())
                .put("idMasked", claim.idMasked())
                .put("qualification", claim.qualification())
                .put("documentKind", claim.documentKind())
                .put("firstIssuedOn", claim.firstIssuedOn().toString())
                .put("validFrom", claim.validFrom().toString())
                .put("validTo", claim.validTo().toString())
                .put(
                        "reviewDue",
                        claim.reviewDue() == null ? null : claim.reviewDue().toString())
                .put("statusList", claim.statusList())
                .put("statusIndex", claim.statusIndex())
                .put("issuedAt", claim.issuedAt().toString())
                .put("issuer", claim.issuer())
                .toString();
    }
}
