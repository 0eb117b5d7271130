package org.chizheng.certificate.credential;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.function.UnaryOperator;

import org.chizheng.certificate.token.KeyId;

/** A JWS in its compact form (RFC 7515 §3.1), signed by Ed25519 (RFC 8037). This service only makes them; those who receive them check by a library of their choice. */
final class CompactJws {
    private CompactJws() {}

    /**
     * @param type what the token is (header {@code typ}), without {@code application/}
     * @param payload JSON in UTF-8
     * @param signature makes the 64 bytes of an Ed25519 signature
     */
    static String of(String type, KeyId kid, byte[] payload, UnaryOperator<byte[]> signature) {
        String header = "{\"alg\":\"EdDSA\",\"typ\":\"" + type + "\",\"kid\":\"" + kid.hex() + "\"}";
        String signed = base64(header.getBytes(UTF_8)) + "." + base64(payload);
        return signed + "." + base64(signature.apply(signed.getBytes(US_ASCII)));
    }

    /** base64url without padding (RFC 7515 §2). */
    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
