package org.chizheng.practical;

import java.time.Instant;
import java.util.UUID;

/** A centre's day of practicals. @param minutes for one candidate; @param judged candidates with a result, or whose practical was broken off; @param releasedAt the last release or null */
public record PracticalView(
        UUID id,
        UUID centreId,
        String centreZh,
        String centreEn,
        String region,
        String qualification,
        UUID schemeId,
        String policy,
        Instant startsAt,
        Instant endsAt,
        int minutes,
        Instant releasedAt,
        int candidates,
        int judged) {}
