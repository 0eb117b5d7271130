package org.chizheng.exchange.rule;

import java.text.Normalizer;
import java.util.Locale;

/** Words as they are compared: full-width letters, blanks and letter case make no difference. */
final class Plain {
    private Plain() {}

    /** Compatibility characters in their usual form, lower case, without any blank. */
    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u3000\\u200b\\ufeff]+", "");
    }

    /** The same number of characters, full-width letters, digits and brackets in ASCII, so that places found in it are places of the text. */
    static String sameLength(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean wide = c >= '\uff01' && c <= '\uff5e';
            plain.append(wide ? (char) (c - 0xfee0) : c);
        }
        return plain.toString();
    }
}
