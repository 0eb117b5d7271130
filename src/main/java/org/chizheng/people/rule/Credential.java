package org.chizheng.people.rule;

import java.util.Locale;
import java.util.regex.Pattern;

/** What an account's name and password must be (NIST SP 800-63B-4: length before composition; no rule about signs and digits). */
public final class Credential {
    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{3,31}");
    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;
    private static final int FEWEST_DIFFERENT = 4;

    private Credential() {}

    /** 4 to 32 small letters, digits, dots, dashes or underscores, a letter first: so it can never be an identity or phone number. */
    public static boolean isUsername(String username) {
        return username != null && USERNAME.matcher(username).matches();
    }

    /** 10 to 128 characters, at least four different ones, not holding the account's name. */
    public static boolean isPassword(String password, String username) {
        return password != null
                && password.length() >= SHORTEST
                && password.length() <= LONGEST
                && password.chars().distinct().count() >= FEWEST_DIFFERENT
                && !password.toLowerCase(Locale.ROOT).contains(username);
    }
}
