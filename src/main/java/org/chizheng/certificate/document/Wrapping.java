package org.chizheng.certificate.document;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines that fit: at spaces, after a middle dot or a hyphen, and between Chinese characters; never within a Latin word, unless the word alone is too wide. */
final class Wrapping {
    private static final String NEVER_FIRST = "）)，。、；：·》」』】";

    private Wrapping() {}

    /** @param room in millimetres */
    static List<String> lines(String text, Sheet sheet, double size, double room) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (sheet.width(rest, size) > room) {
            int fits = fitting(rest, sheet, size, room);
            int cut = place(rest, fits);
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return balanced(text, lines, sheet, size, room);
    }

    private static int fitting(String text, Sheet sheet, double size, double room) {
        int end = 0;
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            if (sheet.width(text.substring(0, next), size) > room) {
                break;
            }
            end = next;
        }
        return Math.max(end, Character.charCount(text.codePointAt(0)));
    }

    /** The last place up to the limit where the text may be cut; the limit itself if there is none. */
    private static int place(String text, int limit) {
        for (int at = Math.min(limit, text.length() - 1); at > 0; at--) {
            if (mayCut(text, at)) {
                return at;
            }
        }
        return limit;
    }

    private static boolean mayCut(String text, int at) {
        if (at >= text.length() || Character.isLowSurrogate(text.charAt(at))) {
            return false;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        if (NEVER_FIRST.indexOf(after) >= 0 || before == '（' || before == '(') {
            return false;
        }
        return before == ' '
                || before == '·'
                || before == '-'
                || Character.isIdeographic(before)
                || Character.isIdeographic(after);
    }

    /** Two lines of a name look better when the second is not a single word. */
    private static List<String> balanced(String text, List<String> lines, Sheet sheet, double size, double room) {
        if (lines.size() != 2) {
            return lines;
        }
        double whole = sheet.width(text, size);
        for (int at = 1; at < text.length(); at++) {
            double first = sheet.width(text.substring(0, at), size);
            if (first >= whole * 0.52 && first <= room && mayCut(text, at)) {
                return List.of(
                        text.substring(0, at).stripTrailing(),
                        text.substring(at).stripLeading());
            }
        }
        return lines;
    }
}
