package org.chizheng.message.rule;

import java.util.regex.Pattern;

/** Finds what must stand in no message: an identity number (17 digits and a digit or X) or a mobile telephone number. Ticket numbers, of twelve digits, are neither. */
public final class PersonalNumbers {
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(?:\\d{17}[\\dXx]|1[3-9]\\d{9})(?!\\d)");

    private PersonalNumbers() {}

    public static boolean standIn(String words) {
        return NUMBER.matcher(words).find();
    }
}
