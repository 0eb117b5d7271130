package org.chizheng.certificate.rule;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The public code of a certificate: 19 characters of 0–9, A–Z without I, L, O, U (95 random bits), and a check character (ISO 7064 MOD 37,36 over 36 signs). */
public final class VerificationCode {
    private static final String DRAWN = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 19;
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{20}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");
    private static final Pattern GROUP = Pattern.compile("(.{5})(?!$)");

    private VerificationCode() {}

    public static String draw(RandomGenerator random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(DRAWN.charAt(random.nextInt(DRAWN.length())));
        }
        return code.append(CheckCharacter.of(code)).toString();
    }

    /** The code without its check character, which the rest of it gives. */
    public static String drawnPart(String code) {
        return code.substring(0, LENGTH);
    }

    /** @param drawn the nineteen signs before the check character */
    public static String withCheck(String drawn) {
        return drawn + CheckCharacter.of(drawn);
    }

    /** Upper case without spaces and hyphens. */
    public static String tidy(String text) {
        return BETWEEN.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
    }

    /** Twenty signs whose check character fits; the code must be tidy. */
    public static boolean isWellFormed(String code) {
        return FORM.matcher(code).matches() && CheckCharacter.of(code.substring(0, LENGTH)) == code.charAt(LENGTH);
    }

    /** In groups of five, to be read aloud. */
    public static String grouped(String code) {
        return GROUP.matcher(code).replaceAll("$1-");
    }
}
