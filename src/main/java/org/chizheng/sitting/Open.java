package org.chizheng.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A sitting's row, with the database's time at which it was read (the authority between replicas). */
record Open(
        UUID id,
        UUID sessionId,
        UUID paperId,
        String state,
        Instant deadline,
        int epoch,
        int events,
        byte[] head,
        Instant now) {
    long remainingMillis() {
        return Math.max(0, Duration.between(now, deadline).toMillis());
    }
}
