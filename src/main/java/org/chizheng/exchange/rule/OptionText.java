package org.chizheng.exchange.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options as people write them: all in one cell, with their letters before them. */
public final class OptionText {
    private static final Pattern[] MARKS = new Pattern[Column.MOST_OPTIONS];
    private static final Pattern FIRST_IN_STEM = Pattern.compile("\\n\\s*\\**\\(?A[.、:：)\\s]");

    static {
        for (int i = 0; i < MARKS.length; i++) {
            MARKS[i] = Pattern.compile(
                    "\\**\\(?%1$s[.．、:：)]+\\s*|(?<=^|[\\s\\u3000|;；])%1$s[\\s\\u3000]+".formatted((char) ('A' + i)));
        }
    }

    private OptionText() {}

    /** The options of one cell: parted by letters, lines, | or semicolons; the text as it is when it is one option. */
    public static List<String> split(String cell) {
        List<String> lettered = lettered(cell.strip());
        if (lettered.size() > 1) {
            return lettered;
        }
        for (String mark : List.of("\\R", "[|｜]", "[;；]")) {
            List<String> parts = Arrays.stream(cell.split(mark))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
            if (parts.size() > 1) {
                return withoutLetters(parts);
            }
        }
        return List.of(cell.strip());
    }

    private static List<String> lettered(String cell) {
        String plain = Plain.sameLength(cell);
        List<String> options = new ArrayList<>();
        Matcher mark = MARKS[0].matcher(plain);
        if (!mark.lookingAt()) {
            return options;
        }
        int from = mark.end();
        for (int i = 1; i < MARKS.length; i++) {
            Matcher next = MARKS[i].matcher(plain);
            if (!next.find(from)) {
                break;
            }
            options.add(trimmed(cell.substring(from, next.start())));
            from = next.end();
        }
        options.add(trimmed(cell.substring(from)));
        return options;
    }

    private static String trimmed(String option) {
        return option.strip().replaceAll("[\\s|;；]+$", "");
    }

    /** Without the letters A, B, C … before them, when each has its own. Blank options stay in their place. */
    public static List<String> withoutLetters(List<String> options) {
        List<String> bare = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            String option = options.get(i);
            Matcher mark = MARKS[Math.min(i, MARKS.length - 1)].matcher(Plain.sameLength(option));
            if (option.isBlank()) {
                bare.add(option);
            } else if (mark.lookingAt() && mark.end() < option.length()) {
                bare.add(option.substring(mark.end()).strip());
            } else {
                return options;
            }
        }
        return bare;
    }

    /** Where options begin that stand below the stem in its own cell; -1 if none do. */
    public static int startIn(String stem) {
        Matcher first = FIRST_IN_STEM.matcher(Plain.sameLength(stem));
        return first.find() && lettered(stem.substring(first.start()).strip()).size() > 1 ? first.start() : -1;
    }

    /** What a spreadsheet makes of a fraction, 「1月2日」 of 1/2, beside options that still are fractions. */
    public static boolean holdsDateAccident(List<String> options) {
        return options.stream().anyMatch(option -> option.matches("\\d{1,2}月\\d{1,2}日"))
                && options.stream().anyMatch(option -> option.matches("\\d+/\\d+"));
    }
}
