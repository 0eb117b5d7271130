package org.chizheng.authoring.rule;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as it counts when two texts are compared: compatibility forms folded (NFKC, Unicode Standard Annex 15), lower case, without spaces, marks and punctuation.
 * Symbols stay, and so do the points, dashes and slashes that belong to numbers: 1.5 is not 15, −5 is not 5, ≥ is not ≤.
 */
public final class NormalText {
    private static final String DASHES = "‐‑‒–—―−";
    private static final String IN_NUMBERS = ".:/-";

    private NormalText() {}

    /** Normal text stays as it is. */
    public static String of(String text) {
        String before = text;
        String now = step(text);
        while (!now.equals(before)) {
            before = now;
            now = step(now);
        }
        return now;
    }

    private static String step(String text) {
        int[] letters = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(c -> DASHES.indexOf(c) < 0 ? c : '-')
                .toArray();
        StringBuilder kept = new StringBuilder(letters.length);
        for (int i = 0; i < letters.length; i++) {
            if (counts(letters[i]) || ofANumber(letters, i)) {
                kept.appendCodePoint(letters[i]);
            }
        }
        return kept.toString();
    }

    private static boolean counts(int c) {
        return Character.isLetter(c)
                || switch (Character.getType(c)) {
                    case Character.DECIMAL_DIGIT_NUMBER,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER,
                            Character.MATH_SYMBOL,
                            Character.CURRENCY_SYMBOL,
                            Character.OTHER_SYMBOL -> true;
                    default -> c == '%' || c == '‰';
                };
    }

    /** Between digits, or a minus before a digit that no letter stands in front of. */
    private static boolean ofANumber(int[] letters, int i) {
        if (IN_NUMBERS.indexOf(letters[i]) < 0 || i + 1 == letters.length || !Character.isDigit(letters[i + 1])) {
            return false;
        }
        return i > 0 && Character.isDigit(letters[i - 1])
                || letters[i] == '-' && (i == 0 || !Character.isLetter(letters[i - 1]));
    }
}
