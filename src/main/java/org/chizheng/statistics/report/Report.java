package org.chizheng.statistics.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/** A report as lists show it. replaces: the version before it, null for the first; pdfDigest: SHA-256 of the file; signature: Ed25519 of that digest by the seal key. */
public record Report(
        UUID id,
        String region,
        YearMonth month,
        int version,
        UUID replaces,
        String reason,
        String factsDigest,
        String pdfDigest,
        String signature,
        Instant madeAt,
        String madeBy) {}
