package org.chizheng.practical;

import java.time.Instant;
import java.util.UUID;

import org.chizheng.common.Refused;

/** A centre's day of practicals. @param minutes for one candidate; @param judged candidates with a result, or whose practical was broken off; @param releasedAt the last release or null; @param cancelledAt null while it stands */
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
        Instant cancelledAt,
        int candidates,
        int judged) {
    /** Whether it is cancelled, released at least in part, or neither: cancelled, released, not_released. */
    public String standing() {
        if (cancelledAt != null) {
            return "cancelled";
        }
        return releasedAt == null ? "not_released" : "released";
    }

    /** @throws Refused DAY_CANCELLED */
    void mustStand() {
        if (cancelledAt != null) {
            throw new Refused(PracticalRefusal.DAY_CANCELLED);
        }
    }
}
