package org.chizheng.certificate.rule;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bytes as decimal digits, which a QR code keeps three in ten bits: seven bytes are seventeen digits, and a last block of 1 to 6 bytes is 3, 5, 8, 10, 13 or
 * 15 digits, each the smallest width that holds all values. The number of each block is big-endian, with leading zeros.
 */
public final class TokenDigits {
    private static final int BYTES = 7;
    private static final int[] WIDTHS = {0, 3, 5, 8, 10, 13, 15, 17};

    private TokenDigits() {}

    public static String of(byte[] bytes) {
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < bytes.length; at += BYTES) {
            byte[] block = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + BYTES));
            String number = new BigInteger(1, block).toString();
            digits.append("0".repeat(WIDTHS[block.length] - number.length())).append(number);
        }
        return digits.toString();
    }

    /** @return empty if these are not the digits of any bytes: other signs, a length that no bytes have, or a block above its largest value */
    public static Optional<byte[]> bytes(String digits) {
        int rest = Arrays.binarySearch(WIDTHS, 0, BYTES, digits.length() % WIDTHS[BYTES]);
        if (rest < 0 || !digits.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
            return Optional.empty();
        }
        byte[] bytes = new byte[digits.length() / WIDTHS[BYTES] * BYTES + rest];
        for (int at = 0, read = 0; at < bytes.length; at += BYTES) {
            int length = Math.min(BYTES, bytes.length - at);
            BigInteger value = new BigInteger(digits.substring(read, read + WIDTHS[length]));
            if (value.bitLength() > length * 8) {
                return Optional.empty();
            }
            for (int i = 0; i < length; i++) {
                bytes[at + i] = (byte) (value.longValue() >> 8 * (length - 1 - i));
            }
            read += WIDTHS[length];
        }
        return Optional.of(bytes);
    }
}
