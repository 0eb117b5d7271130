package org.chizheng.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A closed room as the archive lists it. */
public record ClosingRow(
        UUID session,
        UUID centre,
        String centreZh,
        String centreEn,
        String region,
        String room,
        String qualification,
        Instant startsAt,
        int present,
        int absent,
        int late,
        int incidents,
        Instant closedAt,
        String digest,
        LocalDate keepUntil,
        LocalDate videoUntil) {}
