package org.chizheng.message.rule;

import java.util.Optional;

/** Addresses of mail: what is one, and what is shown of it and of a telephone number. */
public final class Address {
    private static final int LONGEST = 254; // RFC 5321, 4.5.3.1.3 without the brackets

    private Address() {}

    /** Without blanks around it; empty if it is none. Letters beyond ASCII are not taken: few servers do. */
    public static Optional<String> mail(String text) {
        String tidy = text.strip();
        return tidy.length() <= LONGEST
                        && tidy.matches(
                                "[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,}")
                ? Optional.of(tidy)
                : Optional.empty();
    }

    /** First letter, three stars, domain. */
    public static String maskedMail(String mail) {
        return mail.charAt(0) + "***" + mail.substring(mail.indexOf('@'));
    }

    /** First three and last two digits. */
    public static String maskedPhone(String phone) {
        return phone.substring(0, 3) + "*".repeat(phone.length() - 5) + phone.substring(phone.length() - 2);
    }
}
