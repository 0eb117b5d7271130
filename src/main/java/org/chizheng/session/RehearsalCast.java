package org.chizheng.session;

import java.util.List;
import java.util.UUID;

/** A rehearsal that can begin, with what its made-up candidates sign in by. */
public record RehearsalCast(UUID session, int minutes, List<Player> candidates) {
    /** Ticket and number of a person who does not exist; of real persons nothing like this ever leaves. */
    public record Player(String ticket, String idNumber) {}
}
