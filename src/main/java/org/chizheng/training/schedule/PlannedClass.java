package org.chizheng.training.schedule;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A class that is planned.
 *
 * @param provider its name
 * @param providerRegion where it is registered
 * @param region code of the county in which it is held
 * @param kind INITIAL, YEARLY, RENEWAL or AFTER_ACCIDENT
 * @param hours of training that each participant has
 * @param reason why it was cancelled, or null
 */
public record PlannedClass(
        UUID id,
        UUID providerId,
        String provider,
        String providerRegion,
        String region,
        String qualification,
        String kind,
        LocalDate startsOn,
        LocalDate endsOn,
        int hours,
        int places,
        String reason) {
    /** Hours of training that it can give, all participants together. */
    public long all() {
        return (long) hours * places;
    }
}
