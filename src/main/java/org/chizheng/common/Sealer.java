package org.chizheng.common;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Seals personal data for the database: AES-256-GCM with a random 96-bit nonce, the purpose and the row as associated data,
 * so that a sealed value moved to another row or column does not open. The blind index is HMAC-SHA-256: equal values can be
 * found, nothing can be read from it without the key.
 */
@ApplicationScoped
public class Sealer {
    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec dataKey;
    private final SecretKeySpec indexKey;

    @Inject
    public Sealer(ChizhengConfig config) {
        this(config.dataKey(), config.indexKey());
    }

    private Sealer(String data, String index) {
        dataKey = new SecretKeySpec(key(data, "CHIZHENG_DATA_KEY"), "AES");
        indexKey = new SecretKeySpec(key(index, "CHIZHENG_INDEX_KEY"), "HmacSHA256");
    }

    /** For commands that prove something outside the service. @throws IllegalStateException naming the key that is none */
    public static Sealer of(String dataKey, String indexKey) {
        return new Sealer(dataKey, indexKey);
    }

    private static byte[] key(String base64, String name) {
        byte[] bytes = decoded(base64.strip());
        if (bytes.length != 32) {
            throw new IllegalStateException(name + " must be 32 bytes in Base64");
        }
        return bytes;
    }

    /** Empty if it is not Base64; the decoder's own message would repeat a piece of the key. */
    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    public byte[] seal(byte[] plain, String purpose, Object row) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, purpose, row);
            byte[] body = cipher.doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE + body.length)
                    .put(FORMAT)
                    .put(nonce)
                    .put(body)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + purpose, e);
        }
    }

    public byte[] seal(String plain, String purpose, Object row) {
        return seal(plain.getBytes(UTF_8), purpose, row);
    }

    /** @throws IllegalStateException if the value was altered, moved, or sealed with another key */
    public byte[] open(byte[] sealed, String purpose, Object row) {
        ByteBuffer in = ByteBuffer.wrap(sealed);
        if (in.get() != FORMAT) {
            throw new IllegalStateException("unknown sealed format in " + purpose);
        }
        byte[] nonce = new byte[NONCE];
        in.get(nonce);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, purpose, row)
                    .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open " + purpose + ": altered, moved, or another key", e);
        }
    }

    public String openText(byte[] sealed, String purpose, Object row) {
        return new String(open(sealed, purpose, row), UTF_8);
    }

    /** Keyed index of a value for look-up by equality. */
    public byte[] index(String value, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(indexKey);
            mac.update(purpose.getBytes(UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose, Object row) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, dataKey, new GCMParameterSpec(128, nonce));
        cipher.updateAAD((purpose + "\u0000" + row).getBytes(UTF_8));
        return cipher;
    }
}
