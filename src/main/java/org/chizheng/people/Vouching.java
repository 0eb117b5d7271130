package org.chizheng.people;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells whether somebody knows an account's password: failures are counted and slow down guessing, each attempt stands in the audit log. */
@ApplicationScoped
public class Vouching {
    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final SignInLog log;

    public Vouching(Accounts accounts, SignInThrottle throttle, SignInLog log) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.log = log;
    }

    /** @return the account; empty if name or password is wrong, or was guessed too often */
    public Optional<Accounts.Known> vouch(String name, String password) {
        if (throttle.isBarred(name)) {
            return Optional.empty();
        }
        Accounts.Known account = accounts.find(name).orElse(null);
        boolean right = account == null
                ? PasswordHash.matchesNothing(password)
                : PasswordHash.matches(password, account.passwordHash());
        if (!right) {
            throttle.failed(name);
            log.refused("account", account == null ? null : account.id());
            return Optional.empty();
        }
        throttle.succeeded(name);
        log.signedIn("account", account.id());
        return Optional.of(account);
    }
}
