package org.chizheng.fitness.rule;

import java.text.Normalizer;
import java.util.Locale;

/** Names as they are compared: blanks, width and case of letters, and the many middle dots 间隔号 of minority and foreign names make no other person. */
public final class NameKey {
    private NameKey() {}

    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00a0\\u3000\\u200b\\ufeff]", "")
                .replaceAll("[\\u2022\\u2027\\u30fb\\u2219\\u22c5\\uff65.\\uff0e]", "\u00b7")
                .toUpperCase(Locale.ROOT);
    }
}
