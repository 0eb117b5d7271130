package org.chizheng.exchange;

/** Plain text as XML and HTML: what {@link ReadableText} reads back as it was. */
public final class Markup {
    private Markup() {}

    /** For content and for attributes in double quotes. Characters that XML 1.0 cannot hold are left out. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (holds(c)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean holds(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return (c >= ' ' || c == '\n' || c == '\t') && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }

    /** Paragraphs in p, lines by br. Blanks in a row and at the beginning of a line are made hard, since HTML would join them. */
    public static String paragraphs(String text) {
        return "<p>" + inline(text).replace("<br/><br/>", "</p><p>") + "</p>";
    }

    /** Lines by br, no paragraphs. */
    public static String inline(String text) {
        StringBuilder html = new StringBuilder();
        for (String line : Tidy.text(text).split("\n", -1)) {
            String hard = line.startsWith(" ") ? "\u00A0" + line.substring(1) : line;
            html.append(html.isEmpty() ? "" : "<br/>").append(escape(hard.replace("  ", " \u00A0")));
        }
        return html.toString();
    }
}
