package org.chizheng.practical;

import java.time.Instant;
import java.util.UUID;

/**
 * How a practical was broken off.
 *
 * @param counts as a failed attempt
 * @param endedPerson whom the account stands for, or null
 * @param undoneAt null unless that was taken back, with undoneBy and undoReason
 */
public record EndingView(
        String cause,
        boolean counts,
        String reason,
        Instant endedAt,
        String endedBy,
        UUID endedPerson,
        Instant undoneAt,
        String undoneBy,
        String undoReason) {
    /** Whether it was this account, or another one of the same person. */
    boolean isBy(String account, UUID person) {
        return endedBy.equals(account) || person != null && person.equals(endedPerson);
    }
}
