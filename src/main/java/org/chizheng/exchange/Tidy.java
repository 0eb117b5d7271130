package org.chizheng.exchange;

/** Texts as items hold them: line feeds only, no blanks at the ends of lines, at most one empty line in a row. */
public final class Tidy {
    private static final int LONGEST_DETAIL = 200;

    private Tidy() {}

    public static String text(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        int emptyLines = 0;
        for (String line : text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ')
                .split("\n", -1)) {
            String trimmed = line.stripTrailing();
            emptyLines = trimmed.isEmpty() ? emptyLines + 1 : 0;
            if (emptyLines < 2) {
                tidy.append(tidy.isEmpty() && trimmed.isEmpty() ? "" : trimmed + "\n");
            }
        }
        return tidy.toString().strip();
    }

    /** On one line. */
    public static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** On one line and not too long for a report. */
    public static String detail(String text) {
        String line = line(text.length() > 4 * LONGEST_DETAIL ? text.substring(0, 4 * LONGEST_DETAIL) : text)
                .replaceAll("\\p{Cc}", "");
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    }
}
