package org.chizheng.common;

import java.security.SecureRandom;
import java.util.UUID;

/** Identifiers of rows: UUID version 7 (RFC 9562), so that new rows stand together in the index. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new identifier; 74 of its bits are random. */
    public static UUID next() {
        long millis = System.currentTimeMillis();
        long high = (millis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
        long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
