package org.chizheng.certificate.token;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Names a public key: the first eight bytes of the SHA-256 of its SubjectPublicKeyInfo, as sixteen hexadecimal digits where it is text. */
public record KeyId(String hex) {
    private static final int BYTES = 8;

    /** @throws IllegalArgumentException if it is not sixteen hexadecimal digits in small letters */
    public KeyId {
        if (!hex.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("not a key id");
        }
    }

    KeyId(byte[] bytes) {
        this(HexFormat.of().formatHex(bytes));
    }

    /** @param spki SubjectPublicKeyInfo in DER */
    public static KeyId of(byte[] spki) {
        try {
            return new KeyId(Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(spki), BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
