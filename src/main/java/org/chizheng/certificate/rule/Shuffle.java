package org.chizheng.certificate.rule;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed permutation of the numbers below 2^20: a balanced Feistel network of ten rounds over two halves of ten bits (Luby and Rackoff), HMAC-SHA-256 as its round
 * function. Who does not have the key cannot say from one place which one was given before or after it.
 */
public final class Shuffle {
    /** Numbers that are permuted. */
    public static final int SIZE = 1 << 20;

    private static final int HALF_BITS = 10;
    private static final int HALF = (1 << HALF_BITS) - 1;
    private static final int ROUNDS = 10;

    /** The round function of each half, reckoned once. */
    private final short[][] rounds = new short[ROUNDS][HALF + 1];

    /** @param key of one list */
    public Shuffle(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (int round = 0; round < ROUNDS; round++) {
                for (int half = 0; half <= HALF; half++) {
                    byte[] digest = mac.doFinal(
                            ByteBuffer.allocate(8).putInt(round).putInt(half).array());
                    rounds[round][half] = (short) (ByteBuffer.wrap(digest).getShort() & HALF);
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param number 0 to 2^20 − 1 */
    public int place(int number) {
        if (number < 0 || number >= SIZE) {
            throw new IllegalArgumentException("not below 2^20: " + number);
        }
        int left = number >> HALF_BITS;
        int right = number & HALF;
        for (short[] round : rounds) {
            int next = left ^ round[right];
            left = right;
            right = next;
        }
        return left << HALF_BITS | right;
    }
}
