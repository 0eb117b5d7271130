package org.chizheng.people;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** The identity of a signed-in account. */
final class AccountIdentity {
    static final String PREFIX = "account:";

    private AccountIdentity() {}

    static SecurityIdentity of(Accounts.Known account) {
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(PREFIX + account.username()))
                .addAttribute("zh", account.zh())
                .addAttribute("en", account.en())
                .addAttribute("grants", account.grants());
        if (account.personId() != null) {
            builder.addAttribute("personId", account.personId());
        }
        account.grants().forEach(grant -> builder.addRole(grant.role()));
        return builder.build();
    }
}
