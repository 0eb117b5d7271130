package org.chizheng.common;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * Ed25519 signatures (RFC 8032) with the seal key, which never stands in the database. The purpose is part of what is signed. The public key is for everybody. Made
 * by Bouncy Castle: Java's own signer takes nine times as long, and a hall that hands in waits for it.
 */
@ApplicationScoped
public class Signer {
    private final Ed25519PrivateKeyParameters key;
    private final String publicKey;

    @Inject
    public Signer(ChizhengConfig config) {
        this(config.sealKey());
    }

    private Signer(String sealKey) {
        try {
            byte[] pkcs8 = Base64.getDecoder().decode(sealKey.replaceAll("-----[A-Z ]+-----|\\s", ""));
            key = (Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(pkcs8);
            publicKey = Base64.getEncoder()
                    .encodeToString(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.generatePublicKey())
                            .getEncoded());
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "CHIZHENG_SEAL_KEY must be an Ed25519 private key, PKCS#8 in Base64 or PEM", e);
        }
    }

    /** For commands that prove something outside the service. */
    public static Signer of(String sealKey) {
        return new Signer(sealKey);
    }

    /** X.509 SubjectPublicKeyInfo in Base64, as OpenSSL reads it. */
    public String publicKey() {
        return publicKey;
    }

    public byte[] sign(String purpose, byte[] digest) {
        byte[] message = Digests.of(purpose, digest);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** Ed25519 is deterministic, so a signature of ours is checked by making it again. */
    public boolean isOurs(String purpose, byte[] digest, byte[] signature) {
        return MessageDigest.isEqual(sign(purpose, digest), signature);
    }
}
