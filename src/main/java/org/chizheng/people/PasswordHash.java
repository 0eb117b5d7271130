package org.chizheng.people;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

import io.quarkus.runtime.LaunchMode;

/** Argon2id (RFC 9106) with 19 MiB, two passes, one lane: the OWASP baseline. What a stored hash was made with stands in it. */
final class PasswordHash {
    private static final Argon2Function FUNCTION = function(LaunchMode.current());
    private static final String UNKNOWN = of("an account that does not exist");

    private PasswordHash() {}

    /** The tests within this process open thousands of accounts, and would do little else; no setting weakens the hashes of a service that runs. */
    static Argon2Function function(LaunchMode mode) {
        return Argon2Function.getInstance(mode == LaunchMode.TEST ? 64 : 19_456, 2, 1, 32, Argon2.ID);
    }

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
