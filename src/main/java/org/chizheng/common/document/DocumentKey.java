package org.chizheng.common.document;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

/** The P-256 key that signs documents, and the chain of certificates that says whose it is, the signer's own first. */
public record DocumentKey(PrivateKey key, List<X509Certificate> chain) {
    private static final int P256_BITS = 256;

    /**
     * @param pkcs8 private key, PKCS#8 in Base64 or PEM
     * @param pem certificates in PEM, or the one certificate in Base64
     * @throws IllegalArgumentException with the reason in words that may be shown: not a key, not a certificate, another key's, or not valid at that time
     */
    public static DocumentKey of(String pkcs8, String pem, Instant now) {
        PrivateKey key = key(pkcs8);
        List<X509Certificate> chain = chain(pem);
        X509Certificate own = chain.get(0);
        if (!(own.getPublicKey() instanceof ECPublicKey point)
                || point.getParams().getOrder().bitLength() != P256_BITS) {
            throw new IllegalArgumentException("the certificate is not for a P-256 key");
        }
        if (!belongs(key, own)) {
            throw new IllegalArgumentException("the certificate belongs to another key");
        }
        for (X509Certificate certificate : chain) {
            if (now.isBefore(certificate.getNotBefore().toInstant())) {
                throw new IllegalArgumentException("the certificate is valid only from "
                        + day(certificate.getNotBefore().toInstant()));
            }
            if (now.isAfter(certificate.getNotAfter().toInstant())) {
                throw new IllegalArgumentException("the certificate expired on "
                        + day(certificate.getNotAfter().toInstant()));
            }
        }
        return new DocumentKey(key, chain);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static PrivateKey key(String pkcs8) {
        try {
            byte[] bytes = Base64.getDecoder().decode(pkcs8.replaceAll("-----[A-Z ]+-----|\\s", ""));
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The cause is left out: a decoder's message may repeat a piece of the key.
            throw new IllegalArgumentException("the key is not a P-256 private key, PKCS#8 in Base64 or PEM");
        }
    }

    private static List<X509Certificate> chain(String pem) {
        String armoured = pem.contains("-----BEGIN")
                ? pem
                : "-----BEGIN CERTIFICATE-----\n" + pem + "\n-----END CERTIFICATE-----\n";
        try {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(armoured.getBytes(US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!chain.isEmpty()) {
                return chain;
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificate is not X.509 in PEM", e);
        }
        throw new IllegalArgumentException("the certificate is not X.509 in PEM");
    }

    private static boolean belongs(PrivateKey key, X509Certificate certificate) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(certificate.getSignature());
            byte[] proof = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(certificate.getSignature());
            return signature.verify(proof);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
