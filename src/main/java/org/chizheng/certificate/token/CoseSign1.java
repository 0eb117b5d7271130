package org.chizheng.certificate.token;

import java.util.Arrays;
import java.util.Optional;

import com.upokecenter.cbor.CBORObject;

/**
 * A COSE_Sign1 (RFC 9052 §4.2): algorithm and key id in the protected header, nothing in the unprotected one, no external data. Like the claim it has one
 * encoding only.
 *
 * @param type media type of the payload (header parameter 16, RFC 9596), or null
 * @param tagged whether the CBOR tag 18 stands before it; a claim saves it
 */
public record CoseSign1(
        SignatureAlgorithm algorithm, KeyId kid, String type, byte[] payload, byte[] signature, boolean tagged) {
    private static final int TAG = 18;
    private static final int ALG = 1;
    private static final int KID = 4;
    private static final int TYPE = 16;

    /** Makes a signature of what is to be signed. */
    @FunctionalInterface
    public interface Signature {
        byte[] of(byte[] message);
    }

    static CoseSign1 sign(
            SignatureAlgorithm algorithm, KeyId kid, String type, byte[] payload, boolean tagged, Signature signature) {
        CoseSign1 unsigned = new CoseSign1(algorithm, kid, type, payload, new byte[0], tagged);
        return new CoseSign1(algorithm, kid, type, payload, signature.of(unsigned.toBeSigned()), tagged);
    }

    /** The Sig_structure of RFC 9052 §4.4. */
    public byte[] toBeSigned() {
        return CBORObject.NewArray()
                .Add("Signature1")
                .Add(header())
                .Add(new byte[0])
                .Add(payload)
                .EncodeToBytes(ClaimCodec.CANONICAL);
    }

    public byte[] encode() {
        CBORObject array = CBORObject.NewArray()
                .Add(header())
                .Add(CBORObject.NewMap())
                .Add(payload)
                .Add(signature);
        byte[] bytes = array.EncodeToBytes(ClaimCodec.CANONICAL);
        if (!tagged) {
            return bytes;
        }
        byte[] all = new byte[bytes.length + 1];
        all[0] = (byte) (0xc0 | TAG);
        System.arraycopy(bytes, 0, all, 1, bytes.length);
        return all;
    }

    /** @return empty if it is not the one encoding of a COSE_Sign1 by an algorithm known here */
    public static Optional<CoseSign1> decode(byte[] bytes) {
        try {
            boolean tagged = (bytes[0] & 0xff) == (0xc0 | TAG);
            byte[] plain = tagged ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
            CBORObject array = CBORObject.DecodeFromBytes(plain, ClaimCodec.CANONICAL);
            CBORObject header = CBORObject.DecodeFromBytes(array.get(0).GetByteString(), ClaimCodec.CANONICAL);
            CBORObject type = header.get(TYPE);
            CoseSign1 sign1 = new CoseSign1(
                    SignatureAlgorithm.of(header.get(ALG).AsInt32Value()),
                    new KeyId(header.get(KID).GetByteString()),
                    type == null ? null : type.AsString(),
                    array.get(2).GetByteString(),
                    array.get(3).GetByteString(),
                    tagged);
            return Arrays.equals(sign1.encode(), bytes) ? Optional.of(sign1) : Optional.empty();
        } catch (RuntimeException unreadable) {
            // As in ClaimCodec: the library has many ways to say so.
            return Optional.empty();
        }
    }

    private byte[] header() {
        CBORObject map = CBORObject.NewMap().Add(ALG, algorithm.number()).Add(KID, kid.bytes());
        if (type != null) {
            map.Add(TYPE, type);
        }
        return map.EncodeToBytes(ClaimCodec.CANONICAL);
    }
}
