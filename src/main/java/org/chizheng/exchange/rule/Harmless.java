package org.chizheng.exchange.rule;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would take for a formula get an apostrophe before them in CSV, and lose it again when they are read (OWASP, CSV Injection). Full-width signs
 * count too: Chinese and Japanese editions of spreadsheets take them for the plain ones.
 */
public final class Harmless {
    private static final Pattern DANGER = Pattern.compile("'*[=+\\-@\\t\\r＝＋－＠](?s:.*)");
    private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\\t\\r＝＋－＠](?s:.*)");

    private Harmless() {}

    public static String write(String cell) {
        return DANGER.matcher(cell).matches() ? "'" + cell : cell;
    }

    public static String read(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** As it is when it is harmless already. */
    public static String keep(String cell) {
        return GUARDED.matcher(cell).matches() ? cell : write(cell);
    }

    /** A formula, not a text that looks like one: a sign alone or before a number is none. */
    public static boolean isFormula(String cell) {
        return cell.startsWith("=") && cell.length() > 1 || cell.startsWith("@") && cell.contains("(");
    }
}
