package org.chizheng.paper.rule;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Chance from a seed, the same for everyone who recomputes it: block i is HMAC-SHA-256(seed, i as 8 bytes big-endian), read as eight
 * unsigned 32-bit numbers. {@code below(n)} rejects numbers from the largest multiple of n on, so every outcome is equally likely.
 */
public final class Draw {
    private final Mac mac;
    private long block;
    private ByteBuffer numbers = ByteBuffer.allocate(0);

    public Draw(byte[] seed) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(seed, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private long next() {
        if (!numbers.hasRemaining()) {
            numbers = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(8).putLong(block++).array()));
        }
        return numbers.getInt() & 0xffffffffL;
    }

    /** A number from 0 to n − 1; n ≥ 1. */
    public int below(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be positive: " + n);
        }
        long limit = (1L << 32) / n * n;
        long number = next();
        while (number >= limit) {
            number = next();
        }
        return (int) (number % n);
    }

    /** A new list in an order of which each is equally likely (Fisher–Yates, from the end). */
    public <T> List<T> shuffle(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            T held = shuffled.get(i);
            shuffled.set(i, shuffled.get(j));
            shuffled.set(j, held);
        }
        return shuffled;
    }
}
