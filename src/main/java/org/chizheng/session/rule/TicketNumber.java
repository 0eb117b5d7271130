package org.chizheng.session.rule;

import java.util.random.RandomGenerator;

/** Ticket number 准考证号: two digits of the year, eight drawn at random, two check digits (ISO 7064 MOD 97-10), so that a mistyped one is noticed before anything is looked up. */
public final class TicketNumber {
    private static final int DRAWN = 100_000_000;

    private TicketNumber() {}

    public static String draw(int year, RandomGenerator random) {
        String body = "%02d%08d".formatted(year % 100, random.nextInt(DRAWN));
        long check = 98 - Long.parseLong(body + "00") % 97;
        return body + "%02d".formatted(check);
    }

    /** Twelve digits whose check digits fit; spaces and hyphens between them are allowed. */
    public static boolean isValid(String text) {
        String digits = text.replaceAll("[\\s-]", "");
        return digits.matches("\\d{12}") && Long.parseLong(digits) % 97 == 1;
    }
}
