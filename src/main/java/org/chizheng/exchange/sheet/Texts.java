package org.chizheng.exchange.sheet;

/** Cells as texts. */
final class Texts {
    /** Characters of a cell, as Excel has it. */
    static final int LONGEST_CELL = 32_767;

    /** Characters of a stem, an option, an explanation. */
    static final int LONGEST = 1000;

    private Texts() {}

    /** Lines end in one way, control characters are gone, and blanks around it. */
    static String clean(String cell) {
        return cell.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\ufeff\\u200b]", "")
                .strip();
    }

    /** The beginning, for a report. */
    static String beginning(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }
}
