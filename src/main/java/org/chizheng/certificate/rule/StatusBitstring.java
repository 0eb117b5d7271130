package org.chizheng.certificate.rule;

import java.util.Set;

/**
 * A list of 2^20 single bits (W3C Bitstring Status List 1.0 §3.2), drawn from the list of states: place 0 is the highest bit of the first byte. A revocation there is for
 * good, so a certificate that another one has replaced counts as revoked.
 */
public final class StatusBitstring {
    /** Bytes of a bitstring. */
    public static final int BYTES = Shuffle.SIZE / 8;

    private static final Set<Integer> REVOKED = Set.of(StatusBits.ENDED, StatusBits.SUPERSEDED);
    private static final Set<Integer> SUSPENDED = Set.of(StatusBits.SUSPENDED);

    private StatusBitstring() {}

    public static byte[] revoked(StatusBits states) {
        return marked(states, REVOKED);
    }

    public static byte[] suspended(StatusBits states) {
        return marked(states, SUSPENDED);
    }

    private static byte[] marked(StatusBits states, Set<Integer> values) {
        byte[] bits = new byte[BYTES];
        for (int place = 0; place < Shuffle.SIZE; place++) {
            if (values.contains(states.at(place))) {
                bits[place / 8] |= (byte) (0x80 >> place % 8);
            }
        }
        return bits;
    }
}
