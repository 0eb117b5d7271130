package org.chizheng.common;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ed25519 signatures (RFC 8032) with the seal key, which never stands in the database. The purpose is part of what is signed. The public key is for everybody. */
@ApplicationScoped
public class Signer {
    private final PrivateKey key;
    private final PublicKey publicKey;

    @Inject
    public Signer(ChizhengConfig config) {
        this(config.sealKey());
    }

    private Signer(String sealKey) {
        try {
            byte[] pkcs8 = Base64.getDecoder().decode(sealKey.replaceAll("-----[A-Z ]+-----|\\s", ""));
            key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            publicKey = publicOf((EdECPrivateKey) key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "CHIZHENG_SEAL_KEY must be an Ed25519 private key, PKCS#8 in Base64 or PEM", e);
        }
    }

    /** A key pair is made from 32 random bytes, which are the private key: given the bytes of a private key, the generator makes the same pair again. */
    private static PublicKey publicOf(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                System.arraycopy(seed, 0, bytes, 0, seed.length);
            }
        });
        KeyPair pair = generator.generateKeyPair();
        if (!Arrays.equals(seed, ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow())) {
            throw new GeneralSecurityException("this Java makes key pairs in another way");
        }
        return pair.getPublic();
    }

    /** For commands that prove something outside the service. */
    public static Signer of(String sealKey) {
        return new Signer(sealKey);
    }

    /** X.509 SubjectPublicKeyInfo in Base64, as OpenSSL reads it. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
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
