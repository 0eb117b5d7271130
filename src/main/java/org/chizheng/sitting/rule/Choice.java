package org.chizheng.sitting.rule;

/** An answer as nine bits: option ids 1 to 9 ascending, comma separated; empty is no choice. */
public final class Choice {
    public static final int INVALID = -1;

    private Choice() {}

    /** Bit i stands for option i + 1; {@link #INVALID} if the text is not of that form. */
    public static int bits(String text) {
        int bits = 0;
        char last = '0';
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (i % 2 == 1) {
                if (sign != ',') {
                    return INVALID;
                }
            } else if (sign <= last || sign > '9') {
                return INVALID;
            } else {
                bits |= 1 << (sign - '1');
                last = sign;
            }
        }
        return text.length() % 2 == 1 || text.isEmpty() ? bits : INVALID;
    }
}
