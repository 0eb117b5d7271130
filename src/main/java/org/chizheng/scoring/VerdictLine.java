package org.chizheng.scoring;

import java.time.Instant;

/** One candidate whose verdict changes, by a masked name. */
public record VerdictLine(
        String centreZh,
        String centreEn,
        Instant startsAt,
        String name,
        boolean released,
        int oldRaw,
        int newRaw,
        boolean oldPassed,
        boolean newPassed) {}
