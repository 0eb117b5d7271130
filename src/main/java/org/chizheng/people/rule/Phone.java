package org.chizheng.people.rule;

import java.util.Optional;

/** A telephone number in China: a mobile number of 11 digits, or an area code with a number. */
public final class Phone {
    private Phone() {}

    /** The digits without blanks and hyphens; empty if it is not such a number. */
    public static Optional<String> tidy(String text) {
        String digits = text.replaceAll("[\\s-]", "");
        return digits.matches("1[3-9]\\d{9}|0\\d{9,11}") ? Optional.of(digits) : Optional.empty();
    }
}
