package org.chizheng.certificate.rule;

/** Texts over an alphabet of at most 32 signs in five bits for each sign, the first sign in the highest bits; bits left over are zero. */
public final class FiveBits {
    private static final int BITS = 5;
    private final String alphabet;

    /** @param alphabet the sign of each value, from 0 on */
    public FiveBits(String alphabet) {
        this.alphabet = alphabet;
    }

    /** Whether each sign of the text stands in the alphabet. */
    public boolean holds(String text) {
        return text.chars().allMatch(sign -> alphabet.indexOf(sign) >= 0);
    }

    /** @throws IllegalArgumentException if a sign is not in the alphabet */
    public byte[] pack(String text) {
        if (!holds(text)) {
            throw new IllegalArgumentException("a sign outside the alphabet");
        }
        byte[] packed = new byte[(text.length() * BITS + 7) / 8];
        for (int i = 0; i < text.length() * BITS; i++) {
            int value = alphabet.indexOf(text.charAt(i / BITS));
            if ((value >> (BITS - 1 - i % BITS) & 1) == 1) {
                packed[i / 8] |= (byte) (0x80 >> i % 8);
            }
        }
        return packed;
    }

    /**
     * @param length signs to read
     * @throws IllegalArgumentException if there are fewer, or one has no sign
     */
    public String unpack(byte[] packed, int length) {
        if (length * BITS > packed.length * 8) {
            throw new IllegalArgumentException("too short");
        }
        StringBuilder text = new StringBuilder();
        for (int sign = 0; sign < length; sign++) {
            int value = 0;
            for (int bit = sign * BITS; bit < (sign + 1) * BITS; bit++) {
                value = value << 1 | packed[bit / 8] >> (7 - bit % 8) & 1;
            }
            if (value >= alphabet.length()) {
                throw new IllegalArgumentException("no sign has the value " + value);
            }
            text.append(alphabet.charAt(value));
        }
        return text.toString();
    }
}
