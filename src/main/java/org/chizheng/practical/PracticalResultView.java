package org.chizheng.practical;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What the marks came to; provisional until released, changed once a recheck has moved it. @param assessors 2 or 3, 0 when the candidate left */
public record PracticalResultView(
        UUID id,
        UUID candidateId,
        UUID sessionId,
        UUID personId,
        String qualification,
        String policy,
        BigDecimal points,
        int cut,
        boolean vetoed,
        boolean passed,
        int assessors,
        Instant judgedAt,
        Instant releasedAt,
        boolean changed) {
    public boolean provisional() {
        return releasedAt == null;
    }
}
