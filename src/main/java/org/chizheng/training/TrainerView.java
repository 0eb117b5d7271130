package org.chizheng.training;

import java.time.LocalDate;
import java.util.UUID;

/** A person as trainer of a provider, from since up to and with until, which is null while there. */
public record TrainerView(
        UUID id, UUID providerId, String provider, UUID personId, String name, LocalDate since, LocalDate until) {
    public boolean isThereOn(LocalDate day) {
        return !day.isBefore(since) && (until == null || !day.isAfter(until));
    }
}
