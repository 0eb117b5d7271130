package org.chizheng.exchange;

/** Superscripts and subscripts that Unicode has as characters of their own and that common fonts can show. */
final class Scripts {
    private static final String PLAIN = "0123456789+-=()n−";
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ⁻";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ₋";

    private Scripts() {}

    /** @return null when a character has none */
    static String of(String plain, boolean superscript) {
        if (superscript && (plain.equals("o") || plain.equals("°") || plain.equals("○"))) {
            return "°";
        }
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            int at = PLAIN.indexOf(plain.charAt(i));
            if (at < 0) {
                return null;
            }
            script.append((superscript ? RAISED : LOWERED).charAt(at));
        }
        return script.toString();
    }
}
