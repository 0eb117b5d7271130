package org.chizheng.exchange;

import java.util.ArrayDeque;
import java.util.Deque;

/** Plain text as it grows: blanks are joined as HTML joins them, line breaks are set only between texts, a sign of a list entry holds what follows beside it. */
final class PlainLines {
    private final StringBuilder out = new StringBuilder();
    private final Deque<Integer> scripts = new ArrayDeque<>();
    private int breaks;
    private boolean space;
    private int mark = -1;

    /** @param asItStands whether line breaks of the text are line breaks */
    void text(String text, boolean asItStands) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (asItStands && c == '\n') {
                lineBreak();
            } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                space = true;
            } else if (c != '\u200B' && c != '\uFEFF') {
                flush();
                out.append(c == '\u00A0' ? ' ' : c);
            }
        }
    }

    /** One more line break, two at most. */
    void lineBreak() {
        breaks = isMarked() ? breaks : Math.min(2, breaks + 1);
    }

    /** @param wanted line breaks before the next text, at least */
    void atLeast(int wanted) {
        breaks = isMarked() ? breaks : Math.max(breaks, wanted);
    }

    /** The sign of a list entry: what follows stands beside it, also when it is a paragraph. */
    void mark(String sign) {
        out.append(isMarked() ? "\n" : "");
        flush();
        out.append(sign);
        mark = out.length();
    }

    /** Parts a cell from the one before it on its line. */
    void cell() {
        if (!out.isEmpty() && breaks == 0 && !isMarked()) {
            space = true;
            mark("| ");
        }
    }

    private boolean isMarked() {
        return mark == out.length();
    }

    private void flush() {
        if (!out.isEmpty() && !isMarked()) {
            out.append(breaks > 0 ? "\n".repeat(breaks) : space ? " " : "");
        }
        breaks = 0;
        space = false;
    }

    void beginScript() {
        flush();
        scripts.push(out.length());
    }

    /** @return what had no characters of its own and was written with ^ or _; empty if nothing was */
    String endScript(boolean superscript) {
        int from = scripts.isEmpty() ? out.length() : Math.min(scripts.pop(), out.length());
        String plain = out.substring(from).strip();
        if (plain.isEmpty()) {
            return "";
        }
        String raised = Scripts.of(plain, superscript);
        String flat = (superscript ? "^" : "_") + (plain.length() == 1 ? plain : "(" + plain + ")");
        out.replace(from, out.length(), raised == null ? flat : raised);
        return raised == null ? plain : "";
    }

    @Override
    public String toString() {
        return Tidy.text(out.toString());
    }
}
