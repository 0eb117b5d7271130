package org.chizheng.admission;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who came and has no place or no seat here.
 *
 * @param kind ELSEWHERE, ACCEPTED, KNOWN, UNKNOWN or NO_SEAT
 * @param name null for one whom nobody knows
 * @param otherRoom where the place is, with its session's start; null but for ELSEWHERE
 * @param outcome ADMITTED, DIRECTED, SENT_AWAY, or null while nobody has seen to it
 * @param enrolment the place that is elsewhere, that was given, or that has no seat
 */
public record WalkInView(
        UUID id,
        String kind,
        String name,
        UUID enrolment,
        String otherCentreZh,
        String otherCentreEn,
        String otherRoom,
        Instant otherStarts,
        Instant seenAt,
        String seenBy,
        String outcome,
        String settledBy,
        Instant settledAt,
        String note) {
    public boolean isOpen() {
        return outcome == null;
    }

    public boolean isAdmissible() {
        return outcome == null && kind.equals("ACCEPTED");
    }
}
