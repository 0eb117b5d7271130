package org.chizheng.bank;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.bank.rule.ItemLife;
import org.chizheng.people.Roles;

import io.quarkus.security.identity.SecurityIdentity;

/** Who of the bank's staff asks, as the rules of an item's life need to know it. */
@RequestScoped
public class Staff {
    private final SecurityIdentity identity;

    public Staff(SecurityIdentity identity) {
        this.identity = identity;
    }

    public ItemLife.Who who() {
        return new ItemLife.Who(
                identity.getPrincipal().getName(), identity.hasRole(Roles.AUTHOR), identity.hasRole(Roles.REVIEWER));
    }
}
