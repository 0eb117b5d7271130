package org.chizheng.common.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Breaks a text into lines that fit: at spaces, and beside Chinese characters; a Latin word or number is cut only when it alone is too wide. Line ends in the text are kept. */
public final class Lines {
    private static final String NEVER_FIRST = "，。、；：？！）】》」』”’%,.;:?!)]";

    private static final String NEVER_LAST = "（《“‘「『【([";

    private Lines() {}

    /**
     * @param room greater than the widest character
     * @param width of a piece of text, growing with it
     */
    public static List<String> of(String text, double room, ToDoubleFunction<String> width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            String rest = paragraph.strip();
            while (width.applyAsDouble(rest) > room) {
                int cut = cut(rest, room, width);
                lines.add(rest.substring(0, cut).stripTrailing());
                rest = rest.substring(cut).stripLeading();
            }
            lines.add(rest);
        }
        return lines;
    }

    private static int cut(String text, double room, ToDoubleFunction<String> width) {
        int fits = 0;
        int last = 0;
        while (fits < text.length()) {
            int next = text.offsetByCodePoints(fits, 1);
            if (width.applyAsDouble(text.substring(0, next)) > room) {
                break;
            }
            fits = next;
            if (mayCut(text, fits)) {
                last = fits;
            }
        }
        return last > 0 ? last : Math.max(fits, text.offsetByCodePoints(0, 1));
    }

    private static boolean mayCut(String text, int at) {
        if (at >= text.length()) {
            return true;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) {
            return false;
        }
        return before == ' ' || after == ' ' || Character.isIdeographic(before) || Character.isIdeographic(after);
    }
}
