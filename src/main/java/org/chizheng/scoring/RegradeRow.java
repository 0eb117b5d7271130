package org.chizheng.scoring;

import java.time.Instant;
import java.util.UUID;

/** A line of the list of regrades; state is OPEN, APPLIED or WITHDRAWN, signatures are those under the newest dry run. */
public record RegradeRow(
        UUID id,
        String item,
        int number,
        String remedy,
        String effect,
        String state,
        int signatures,
        int toPass,
        int toFail,
        Instant openedAt) {}
