package org.chizheng.certificate.token;

import java.io.IOException;

import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * A key that checks signatures.
 *
 * @param spki X.509 SubjectPublicKeyInfo in DER, as OpenSSL reads it
 */
public record PublicKey(KeyId kid, SignatureAlgorithm algorithm, byte[] spki, AsymmetricKeyParameter key) {
    /** @throws IllegalArgumentException if it is neither an Ed25519 key nor one of SM2 */
    public static PublicKey of(byte[] spki) {
        try {
            AsymmetricKeyParameter key = PublicKeyFactory.createKey(spki);
            return new PublicKey(KeyId.of(spki), SignatureAlgorithm.of(key), spki, key);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a public key", e);
        }
    }

    /** Whether the signature is by this key over these very bytes; whatever they are, this answers. */
    public boolean verifies(CoseSign1 signed) {
        return signed.algorithm() == algorithm
                && signed.kid().equals(kid)
                && algorithm.verifies(key, signed.toBeSigned(), signed.signature());
    }
}
