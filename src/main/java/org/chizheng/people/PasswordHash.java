package org.chizheng.people;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/** Argon2id (RFC 9106) with 19 MiB, two passes, one lane: the OWASP baseline. */
final class PasswordHash {
    private static final Argon2Function FUNCTION = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final String UNKNOWN = of("an account that does not exist");

    private PasswordHash() {}

    static String of(String password) {
        return Password.hash(password).addRandomSalt(16).with(FUNCTION).getResult();
    }

    static boolean matches(String password, String hash) {
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    /** Takes as long as a real check, so that an unknown name does not answer sooner. */
    static boolean matchesNothing(String password) {
        return matches(password, UNKNOWN) && false;
    }
}
