package org.chizheng.session;

import java.time.Instant;
import java.util.UUID;

/** What came of a rehearsal: answers acknowledged by the service, and how many of them were not there afterwards (lost) or were others (wrong). */
public record RehearsalView(
        UUID sessionId,
        UUID roomId,
        Instant reportedAt,
        int candidates,
        int saves,
        long p99Micros,
        int lost,
        int wrong) {

    /** Whether the room may hold a real session of so many seats. */
    public boolean covers(int seats) {
        return candidates >= seats && lost == 0 && wrong == 0;
    }

    public String p99() {
        return "%.1f ms".formatted(p99Micros / 1000.0);
    }
}
