package org.chizheng.certificate.rule;

import java.util.Set;

/**
 * A list of 2^20 states of two bits, in the form of the IETF Token Status List: place 0 in the lowest bits of the first byte. The values are those registered there, so
 * that anybody's verifier reads an end as invalid and a suspension as such; 3, which is left to the application, is a certificate that another one has replaced.
 */
public final class StatusBits {
    public static final int IN_FORCE = 0;
    public static final int ENDED = 1;
    public static final int SUSPENDED = 2;
    public static final int SUPERSEDED = 3;

    /** Bytes of a list. */
    public static final int BYTES = Shuffle.SIZE / 4;

    private static final Set<String> ENDS = Set.of("REVOKED", "WITHDRAWN", "CANCELLED");
    private final byte[] bytes;

    /** @param bytes {@link #BYTES} of them; changed in place */
    public StatusBits(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a list of " + bytes.length + " bytes");
        }
        this.bytes = bytes;
    }

    /** The list itself, not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    public int at(int place) {
        return bytes[place / 4] >> 2 * (place % 4) & 3;
    }

    /** @return whether it was another one before */
    public boolean set(int place, int value) {
        boolean changes = at(place) != value;
        int shift = 2 * (place % 4);
        bytes[place / 4] = (byte) (bytes[place / 4] & ~(3 << shift) | value << shift);
        return changes;
    }

    /**
     * What a certificate's events come to. An end goes before everything, for good; expiry is not in the list, since the claim has it.
     *
     * @param kinds of the events that have taken effect, in the order of effect and recording
     */
    public static int of(Iterable<String> kinds) {
        int value = IN_FORCE;
        for (String kind : kinds) {
            if (value == ENDED || ENDS.contains(kind)) {
                value = ENDED;
            } else if (value == SUPERSEDED || "SUPERSEDED".equals(kind)) {
                value = SUPERSEDED;
            } else if ("SUSPENDED".equals(kind)) {
                value = SUSPENDED;
            } else if ("REINSTATED".equals(kind)) {
                value = IN_FORCE;
            }
        }
        return value;
    }
}
