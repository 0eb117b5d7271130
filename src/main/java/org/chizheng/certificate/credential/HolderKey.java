package org.chizheng.certificate.credential;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.chizheng.common.Refused;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The public key of a holder's wallet (RFC 7517), on Ed25519 or P-256.
 *
 * @param jwk the members that make up the key, and no others
 */
record HolderKey(Map<String, String> jwk) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 2000;
    private static final int BYTES = 32;

    HolderKey {
        jwk = Collections.unmodifiableMap(new LinkedHashMap<>(jwk));
    }

    /** @throws Refused if it is no such key, or a private one */
    static HolderKey of(String text) {
        JsonNode given = read(text);
        if (given.has("d")) {
            throw new Refused(CredentialRefusal.HOLDER_KEY_PRIVATE);
        }
        String curve = given.path("crv").asText();
        Map<String, String> jwk = new LinkedHashMap<>();
        jwk.put("kty", given.path("kty").asText());
        jwk.put("crv", curve);
        jwk.put("x", given.path("x").asText());
        boolean sound;
        if ("OKP".equals(jwk.get("kty")) && "Ed25519".equals(curve)) {
            sound = Ed25519.validatePublicKeyFull(coordinate(given, "x"), 0);
        } else if ("EC".equals(jwk.get("kty")) && "P-256".equals(curve)) {
            jwk.put("y", given.path("y").asText());
            sound = isOnP256(coordinate(given, "x"), coordinate(given, "y"));
        } else {
            sound = false;
        }
        if (!sound) {
            throw new Refused(CredentialRefusal.HOLDER_KEY_INVALID);
        }
        return new HolderKey(jwk);
    }

    private static JsonNode read(String text) {
        if (text.length() > LONGEST) {
            throw new Refused(CredentialRefusal.HOLDER_KEY_INVALID);
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Refused(CredentialRefusal.HOLDER_KEY_INVALID);
        }
    }

    private static byte[] coordinate(JsonNode given, String name) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(given.path(name).asText());
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException noBase64) {
            // Refused below, like every other length.
        }
        throw new Refused(CredentialRefusal.HOLDER_KEY_INVALID);
    }

    private static boolean isOnP256(byte[] x, byte[] y) {
        try {
            return CustomNamedCurves.getByName("P-256")
                    .getCurve()
                    .createPoint(new BigInteger(1, x), new BigInteger(1, y))
                    .isValid();
        } catch (IllegalArgumentException outOfField) {
            return false;
        }
    }
}
