package org.chizheng.sitting.rule;

import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** The number of a receipt: the first 80 bits of a hash as twenty hexadecimal digits. The first receipts had sixteen; theirs stay good. */
public final class ReceiptNumber {
    private static final int LENGTH = 20;

    private ReceiptNumber() {}

    /** @param hash a SHA-256, so that nobody comes by a number without what was hashed */
    public static String of(byte[] hash) {
        return HexFormat.of().withUpperCase().formatHex(hash).substring(0, LENGTH);
    }

    /** Upper case without spaces and hyphens, full-width digits as plain ones. */
    public static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Pd}]", "");
    }

    /** Twenty digits, or sixteen; the number must be tidy. */
    public static boolean isWellFormed(String number) {
        return number.matches("[0-9A-F]{16}|[0-9A-F]{20}");
    }

    /** In groups of four, to be copied by hand. */
    public static String grouped(String number) {
        return number.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
