package org.chizheng.exchange.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key that stands in the stem's own brackets: 「……的是（A）。」.
 *
 * @param key as it stands there
 * @param stem with the brackets empty
 */
public record StemKey(String key, String stem) {
    private static final Pattern BRACKET =
            Pattern.compile("(?<![0-9０-９])[(（]\\s*([A-HＡ-Ｈ](?:[\\s,，、]*[A-HＡ-Ｈ])*|√|×|✓|✗|对|错|正确|错误)\\s*[)）]");
    private static final String EMPTY = "（　）";

    /** The last such bracket; none where the stem has an empty one already. 「10（A）」 is a unit. */
    public static Optional<StemKey> in(String stem) {
        if (stem.matches("(?s).*[(（][\\s\\u3000_]*[)）].*")) {
            return Optional.empty();
        }
        Matcher bracket = BRACKET.matcher(stem);
        StemKey found = null;
        while (bracket.find()) {
            found = new StemKey(
                    bracket.group(1), stem.substring(0, bracket.start()) + EMPTY + stem.substring(bracket.end()));
        }
        return Optional.ofNullable(found);
    }
}
