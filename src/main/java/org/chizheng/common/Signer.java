package org.chizheng.common;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ed25519 signatures (RFC 8032) with the seal key, which never stands in the database. The purpose is part of what is signed. */
@ApplicationScoped
public class Signer {
    private final PrivateKey key;

    @Inject
    public Signer(ChizhengConfig config) {
        this(config.sealKey());
    }

    private Signer(String sealKey) {
        try {
            byte[] pkcs8 = Base64.getDecoder().decode(sealKey.replaceAll("-----[A-Z ]+-----|\\s", ""));
            key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "CHIZHENG_SEAL_KEY must be an Ed25519 private key, PKCS#8 in Base64 or PEM", e);
        }
    }

    /** For commands that prove something outside the service. */
    public static Signer of(String sealKey) {
        return new Signer(sealKey);
    }

    public byte[] sign(String purpose, byte[] digest) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(Digests.of(purpose, digest));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ed25519 is deterministic, so a signature of ours is checked by making it again. */
    public boolean isOurs(String purpose, byte[] digest, byte[] signature) {
        return java.security.MessageDigest.isEqual(sign(purpose, digest), signature);
    }
}
