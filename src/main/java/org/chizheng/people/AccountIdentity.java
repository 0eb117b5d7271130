package org.chizheng.people;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** The identity of a signed-in account. */
final class AccountIdentity {
    static final String PREFIX = "account:";
    static final String WITHHELD = "withheld";

    private AccountIdentity() {}

    static SecurityIdentity of(Accounts.Known account) {
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(PREFIX + account.username()))
                .addAttribute("zh", account.zh())
                .addAttribute("en", account.en())
                .addAttribute("grants", account.grants());
        if (account.withheld()) {
            builder.addAttribute(WITHHELD, true);
        } else if (account.personId() != null) {
            builder.addAttribute("personId", account.personId());
        }
        account.grants().forEach(grant -> builder.addRole(grant.role()));
        return builder.build();
    }
}
