package org.chizheng.account.rule;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** Six digits that are sent to a telephone. */
public final class Code {
    private static final int COUNT = 1_000_000;

    private Code() {}

    /** Each of a million with the same chance. @param chance nobody must be able to guess it */
    public static String draw(RandomGenerator chance) {
        return String.format(Locale.ROOT, "%06d", chance.nextInt(COUNT));
    }

    /** What was typed, without blanks between the digits, as telephones write them, and with full-width digits as such. Anything else stays and is simply wrong. */
    public static String tidy(String typed) {
        StringBuilder digits = new StringBuilder();
        (typed == null ? "" : typed)
                .codePoints()
                .filter(point -> !Character.isWhitespace(point) && point != '-')
                .forEach(point -> {
                    int digit = Character.digit(point, 10);
                    digits.append(digit < 0 ? Character.toString(point) : Integer.toString(digit));
                });
        return digits.toString();
    }
}
