package org.chizheng.certificate.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An application for renewal.
 *
 * @param policy of the day of application
 * @param decision GRANTED, REFUSED, or null while it waits
 */
public record RenewalView(
        UUID id,
        UUID certificate,
        String policy,
        String askedBy,
        boolean askedByHolder,
        Instant askedAt,
        LocalDate healthOn,
        int hours,
        String training,
        String decision,
        String decidedBy,
        Instant decidedAt,
        String note) {
    public boolean waits() {
        return decision == null;
    }
}
