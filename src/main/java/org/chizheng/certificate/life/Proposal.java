package org.chizheng.certificate.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.chizheng.certificate.rule.Act;

/**
 * An act that waits for another officer, or did.
 *
 * @param decision CONFIRMED, DECLINED, EXPIRED, or null while it waits
 * @param expiresOn last day on which it can be confirmed
 */
public record Proposal(
        UUID id,
        UUID certificate,
        Act act,
        String ground,
        String policy,
        String reason,
        String document,
        LocalDate effectiveOn,
        String proposedBy,
        Instant proposedAt,
        LocalDate expiresOn,
        String decision,
        String decidedBy,
        Instant decidedAt,
        String note) {
    public boolean waitsOn(LocalDate day) {
        return decision == null && !day.isAfter(expiresOn);
    }
}
