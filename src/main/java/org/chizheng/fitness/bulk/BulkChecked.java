package org.chizheng.fitness.bulk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.chizheng.fitness.rule.FitReason;

/**
 * Told when a bulk check has been answered, for whoever keeps a log of checks. Rows without a certificate are not among them: they asked for a person, not for a code.
 *
 * @param enterprise whose account or key asked; null for a regulator
 * @param address of the asker; null where it is not known
 */
public record BulkChecked(UUID enterprise, String address, Instant at, List<Found> found) {
    public BulkChecked {
        found = List.copyOf(found);
    }

    /** A certificate of this authority that decided a row. */
    public record Found(UUID certificate, FitReason reason) {}
}
