package org.chizheng.certificate.token;

import java.math.BigInteger;
import java.util.Arrays;

import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * How claims and status lists are signed, by the algorithm's number in COSE. SM2 with SM3 (GB/T 32918.2, r and s of 32 bytes each, the standard's default
 * identity 1234567812345678) has no number at IANA; ours is one for private use.
 */
public enum SignatureAlgorithm {
    ED25519(-8),
    SM2(-65802);

    private static final String CURVE = "1.2.156.10197.1.301";
    private final int number;

    SignatureAlgorithm(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** @throws IllegalArgumentException if it is none of ours */
    static SignatureAlgorithm of(int number) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("algorithm " + number));
    }

    /** @throws IllegalArgumentException if the key, private or public, is of neither kind */
    static SignatureAlgorithm of(AsymmetricKeyParameter key) {
        if (key instanceof Ed25519PrivateKeyParameters || key instanceof Ed25519PublicKeyParameters) {
            return ED25519;
        }
        if (key instanceof ECKeyParameters ec && isOnSm2(ec)) {
            return SM2;
        }
        throw new IllegalArgumentException("neither an Ed25519 key nor an SM2 key");
    }

    private static boolean isOnSm2(ECKeyParameters key) {
        return key.getParameters() instanceof org.bouncycastle.crypto.params.ECNamedDomainParameters named
                && CURVE.equals(named.getName().getId());
    }

    static AsymmetricKeyParameter publicKey(AsymmetricKeyParameter privateKey) {
        if (privateKey instanceof Ed25519PrivateKeyParameters ed25519) {
            return ed25519.generatePublicKey();
        }
        ECPrivateKeyParameters sm2 = (ECPrivateKeyParameters) privateKey;
        BigInteger secret = sm2.getD();
        return new ECPublicKeyParameters(
                new FixedPointCombMultiplier().multiply(sm2.getParameters().getG(), secret), sm2.getParameters());
    }

    byte[] sign(AsymmetricKeyParameter privateKey, byte[] message) {
        Signer signer = signer();
        signer.init(true, privateKey);
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whatever the bytes are, this answers. */
    boolean verifies(AsymmetricKeyParameter publicKey, byte[] message, byte[] signature) {
        if (signature.length != 64) {
            return false;
        }
        Signer signer = signer();
        signer.init(false, publicKey);
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    private Signer signer() {
        return this == ED25519 ? new Ed25519Signer() : new SM2Signer(PlainDSAEncoding.INSTANCE);
    }
}
