package org.chizheng.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Set;

/** Which items an export takes, by the names that the subject's page has for its filters; what it does not know is as if it were not there. */
public record Selection(String chapter, String type, String difficulty, String text) {
    private static final int LONGEST_TEXT = 100;
    private static final Set<String> TYPES = Set.of("TRUE_FALSE", "SINGLE", "MULTIPLE");

    public Selection {
        chapter = chapter != null && chapter.matches("\\d\\d") ? chapter : "";
        type = type != null && TYPES.contains(type) ? type : "";
        difficulty = difficulty != null && difficulty.matches("[1-3]") ? difficulty : "";
        text = text == null ? "" : text.replace("\0", "").strip();
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    /** The query part of an address that asks for the same items. */
    public String here() {
        return "?chapter=" + chapter + "&type=" + type + "&difficulty=" + difficulty + "&q="
                + URLEncoder.encode(text, UTF_8);
    }
}
