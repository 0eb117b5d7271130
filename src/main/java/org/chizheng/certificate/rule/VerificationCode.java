package org.chizheng.certificate.rule;

import java.util.random.RandomGenerator;

/** The public code of a certificate: 19 characters of 0–9, A–Z without I, L, O, U (95 random bits), and a check character (ISO 7064 MOD 37,36 over 36 signs). */
public final class VerificationCode {
    private static final String DRAWN = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int LENGTH = 19;

    private VerificationCode() {}

    public static String draw(RandomGenerator random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(DRAWN.charAt(random.nextInt(DRAWN.length())));
        }
        return code.append(check(code)).toString();
    }

    /** Upper case without spaces and hyphens. */
    public static String tidy(String text) {
        return text.toUpperCase(java.util.Locale.ROOT).replaceAll("[\\s-]", "");
    }

    /** Twenty signs whose check character fits; the code must be tidy. */
    public static boolean isWellFormed(String code) {
        return code.matches("[0-9A-Z]{20}") && check(code.substring(0, LENGTH)) == code.charAt(LENGTH);
    }

    /** In groups of five, to be read aloud. */
    public static String grouped(String code) {
        return code.replaceAll("(.{5})(?!$)", "$1-");
    }

    private static char check(CharSequence text) {
        int product = 36;
        for (int i = 0; i < text.length(); i++) {
            int sum = (product + SIGNS.indexOf(text.charAt(i))) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return SIGNS.charAt((37 - product) % 36);
    }
}
