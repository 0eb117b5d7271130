package org.chizheng.exchange.gift;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/** A run of GIFT with its backslashes undone, which still knows what they protected: such a character is text, never a sign of the grammar. */
final class GiftText {
    private static final String SIGNS = "~=#{}:\\";
    private final String text;
    private final BitSet escaped;

    private GiftText(String text, BitSet escaped) {
        this.text = text;
        this.escaped = escaped;
    }

    static GiftText of(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        BitSet escaped = new BitSet();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            char next = i + 1 < raw.length() ? raw.charAt(i + 1) : ' ';
            if (c == '\\' && (SIGNS.indexOf(next) >= 0 || next == 'n')) {
                escaped.set(text.length());
                text.append(next == 'n' ? '\n' : next);
                i++;
            } else {
                text.append(c);
            }
        }
        return new GiftText(text.toString(), escaped);
    }

    /** @return -1 if the sign does not stand there as a sign */
    int indexOf(String sign, int from) {
        for (int i = text.indexOf(sign, from); i >= 0; i = text.indexOf(sign, i + 1)) {
            if (escaped.get(i, i + sign.length()).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    boolean has(String sign) {
        return indexOf(sign, 0) >= 0;
    }

    boolean begins(String sign) {
        return text.startsWith(sign) && escaped.get(0, sign.length()).isEmpty();
    }

    GiftText from(int begin) {
        return part(begin, text.length());
    }

    GiftText part(int begin, int end) {
        return new GiftText(text.substring(begin, end), escaped.get(begin, Math.max(begin, end)));
    }

    /** Without blanks around it; an escaped line break is no blank. */
    GiftText strip() {
        IntPredicate blank = i -> Character.isWhitespace(text.charAt(i)) && !escaped.get(i);
        int begin = 0;
        int end = text.length();
        while (begin < end && blank.test(begin)) {
            begin++;
        }
        while (end > begin && blank.test(end - 1)) {
            end--;
        }
        return part(begin, end);
    }

    /** Cut before each of the signs. */
    List<GiftText> cutBefore(String signs) {
        List<GiftText> parts = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || signs.indexOf(text.charAt(i)) >= 0 && !escaped.get(i)) {
                parts.add(part(begin, i));
                begin = i;
            }
        }
        return parts;
    }

    /** The text with something else instead of the file's own line breaks and the blanks around them; escaped ones stay. */
    String withBreaks(String instead) {
        StringBuilder lines = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\n' || escaped.get(i)) {
                lines.append(text.charAt(i));
                continue;
            }
            while (!lines.isEmpty() && " \t".indexOf(lines.charAt(lines.length() - 1)) >= 0) {
                lines.setLength(lines.length() - 1);
            }
            lines.append(instead);
            while (i + 1 < text.length() && " \t".indexOf(text.charAt(i + 1)) >= 0) {
                i++;
            }
        }
        return lines.toString();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
