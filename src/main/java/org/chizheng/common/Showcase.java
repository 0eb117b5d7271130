package org.chizheng.common;

import java.util.List;
import java.util.Optional;

/** What the front page of a demo tells a newcomer; elsewhere there is nothing to tell. */
public interface Showcase {
    /** One made-up account; role as in {@code common_role_…}. */
    record Account(String username, String role) {}

    /** How to try everything: accounts with their one password, and a ticket with its number that can be sat now. */
    record Tour(List<Account> accounts, String password, String ticket, String idNumber) {}

    /** @return empty outside the demo profile */
    Optional<Tour> tour();
}
