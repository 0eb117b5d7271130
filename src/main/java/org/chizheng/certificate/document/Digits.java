package org.chizheng.certificate.document;

/** Numbers as PDF writes them, without a formatter. */
final class Digits {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Digits() {}

    /** Four hexadecimal digits. */
    static void hex16(StringBuilder out, int value) {
        out.append(HEX[value >> 12 & 15])
                .append(HEX[value >> 8 & 15])
                .append(HEX[value >> 4 & 15])
                .append(HEX[value & 15]);
    }

    /** Each byte as two hexadecimal digits. */
    static String hex(byte[] bytes) {
        StringBuilder out = new StringBuilder(2 * bytes.length);
        for (byte one : bytes) {
            out.append(HEX[one >> 4 & 15]).append(HEX[one & 15]);
        }
        return out.toString();
    }

    /** A length with three decimals at most, and a space. */
    static StringBuilder put(StringBuilder out, double value) {
        long thousandths = Math.round(value * 1000);
        if (thousandths < 0) {
            out.append('-');
            thousandths = -thousandths;
        }
        out.append(thousandths / 1000);
        int rest = (int) (thousandths % 1000);
        if (rest != 0) {
            out.append('.').append((char) ('0' + rest / 100));
            if (rest % 100 != 0) {
                out.append((char) ('0' + rest / 10 % 10));
                if (rest % 10 != 0) {
                    out.append((char) ('0' + rest % 10));
                }
            }
        }
        return out.append(' ');
    }
}
