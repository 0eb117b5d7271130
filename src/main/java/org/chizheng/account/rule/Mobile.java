package org.chizheng.account.rule;

import java.util.Optional;

import org.chizheng.people.rule.Phone;

/** A mobile number in China, which a text message reaches: 11 digits, the first of them 1. */
public final class Mobile {
    private Mobile() {}

    /** Its digits; empty if it is none. Country code and full-width digits are taken too. */
    public static Optional<String> tidy(String text) {
        String digits = Code.tidy(text).replaceFirst("^(?:\\+86|0086)(?=1)", "");
        return Phone.tidy(digits).filter(number -> number.startsWith("1"));
    }
}
