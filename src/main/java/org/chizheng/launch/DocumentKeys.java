package org.chizheng.launch;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.document.DocumentKey;

/** The key that signs certificates as documents: checked before the start, and made with a certificate of its own for the demo and for tests. */
public final class DocumentKeys {
    private static final Duration DEMO = Duration.ofDays(36500);
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final X500Name NOBODY = new X500Name("CN=Chizheng demonstration 持证演示,OU=not an authority");

    private DocumentKeys() {}

    /** Key in PKCS#8 and certificate, both in Base64. */
    public record Pair(String key, String certificate) {}

    /** What is wrong with the pair now; empty if nothing is. */
    static String fault(String key, String certificate) {
        try {
            DocumentKey.of(key, certificate, now());
            return "";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private static Instant now() {
        return new OfficialClock().now();
    }

    /** A key with a certificate that it signed itself: nobody's name, so nobody takes it for an authority's. */
    public static Pair made() {
        return made(now().minus(BEFORE), now().plus(DEMO));
    }

    static Pair made(Instant from, Instant until) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            byte[] certificate = new JcaX509v3CertificateBuilder(
                            NOBODY,
                            new BigInteger(64, new SecureRandom()).add(BigInteger.ONE),
                            Date.from(from),
                            Date.from(until),
                            NOBODY,
                            pair.getPublic())
                    .addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return new Pair(base64.encodeToString(pair.getPrivate().getEncoded()), base64.encodeToString(certificate));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
