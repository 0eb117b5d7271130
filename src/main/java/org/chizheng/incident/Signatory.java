package org.chizheng.incident;

import java.util.UUID;

import org.chizheng.people.CurrentUser;

/**
 * Who acts where two different people must.
 *
 * @param name the account as the audit log names it
 * @param person whom the account stands for, or null
 */
public record Signatory(String name, UUID person) {
    public static Signatory of(CurrentUser user) {
        return new Signatory(user.principal(), user.person().orElse(null));
    }

    /** The same account, or another account of the same person. */
    public boolean isSame(Signatory other) {
        return name.equals(other.name) || person != null && person.equals(other.person);
    }
}
