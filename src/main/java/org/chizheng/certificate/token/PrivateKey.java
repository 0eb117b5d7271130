package org.chizheng.certificate.token;

import java.io.IOException;
import java.util.Base64;

import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** A key that signs claims or status lists; it stands in the configuration, never in the database. The kind of the key chooses the algorithm. */
public final class PrivateKey {
    private final AsymmetricKeyParameter key;
    private final PublicKey publicKey;

    private PrivateKey(AsymmetricKeyParameter key) throws IOException {
        this.key = key;
        SignatureAlgorithm.of(key);
        publicKey =
                PublicKey.of(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(SignatureAlgorithm.publicKey(key))
                        .getEncoded());
    }

    /**
     * @param pkcs8 PKCS#8 in Base64 or PEM
     * @param setting named when it is no such key; the key itself is never told
     * @throws IllegalStateException if it is neither an Ed25519 key nor one of SM2
     */
    public static PrivateKey of(String pkcs8, String setting) {
        try {
            byte[] der = Base64.getDecoder().decode(pkcs8.replaceAll("-----[A-Z ]+-----|\\s", ""));
            return new PrivateKey(PrivateKeyFactory.createKey(der));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    setting + " must be an Ed25519 or SM2 private key, PKCS#8 in Base64 or PEM", e);
        }
    }

    PublicKey publicKey() {
        return publicKey;
    }

    byte[] sign(byte[] message) {
        return publicKey.algorithm().sign(key, message);
    }

    CoseSign1 sign(String type, byte[] payload, boolean tagged) {
        SignatureAlgorithm algorithm = publicKey.algorithm();
        return CoseSign1.sign(
                algorithm, publicKey.kid(), type, payload, tagged, message -> algorithm.sign(key, message));
    }
}
