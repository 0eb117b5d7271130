package org.chizheng.people.rule;

/** What the public may see of a person: 张*, 3201**********0018. */
public final class Masking {
    private Masking() {}

    /** First character (code point) and one star for each further one, at most three. */
    public static String name(String name) {
        int points = name.codePointCount(0, name.length());
        int first = name.offsetByCodePoints(0, Math.min(1, points));
        return name.substring(0, first) + "*".repeat(Math.max(1, Math.min(3, points - 1)));
    }

    /** First four and last four characters; all of a number shorter than ten is hidden. */
    public static String idNumber(String number) {
        if (number.length() < 10) {
            return "*".repeat(number.length());
        }
        return number.substring(0, 4) + "*".repeat(number.length() - 8) + number.substring(number.length() - 4);
    }
}
