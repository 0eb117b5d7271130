package org.chizheng.certificate.credential;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A claim that its holder may show or keep back (RFC 9901 §4.2): the credential holds its digest, the disclosure goes along beside it. The salt keeps anybody from guessing
 * what was kept back.
 */
record Disclosure(String text) {
    private static final int SALT_BYTES = 16;

    static Disclosure of(String name, String value, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        String json = JsonNodeFactory.instance
                .arrayNode()
                .add(CompactJws.base64(salt))
                .add(name)
                .add(value)
                .toString();
        return new Disclosure(CompactJws.base64(json.getBytes(UTF_8)));
    }

    /** SHA-256 over the text as it is handed on, in base64url. */
    String digest() {
        try {
            return CompactJws.base64(MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
