package org.chizheng.common;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over fields, each preceded by its length, so that no two lists of fields share a digest by running together. */
public final class Digests {
    private Digests() {}

    /** Digest of the fields in order; strings as UTF-8, numbers as decimal text, byte arrays as they are. */
    public static byte[] of(Object... fields) {
        MessageDigest sha = sha256();
        for (Object field : fields) {
            byte[] bytes = field instanceof byte[] b ? b : String.valueOf(field).getBytes(UTF_8);
            sha.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            sha.update(bytes);
        }
        return sha.digest();
    }

    /** The same as lower-case hexadecimal. */
    public static String hex(Object... fields) {
        return HexFormat.of().formatHex(of(fields));
    }

    /** SHA-256 of the bytes alone, as any other program computes it. */
    public static String file(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
