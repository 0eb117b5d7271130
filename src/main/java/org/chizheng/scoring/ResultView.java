package org.chizheng.scoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A result; provisional until released, corrected once it has moved, zeroed while a decision on an incident lets it count nothing. */
public record ResultView(
        UUID id,
        UUID sittingId,
        UUID sessionId,
        UUID personId,
        String qualification,
        String policy,
        int raw,
        int cut,
        boolean passed,
        boolean provisional,
        boolean corrected,
        Instant scoredAt,
        List<ChapterShare> chapters,
        boolean zeroed) {}
