package org.chizheng.session;

import java.time.Instant;
import java.util.UUID;

/** A session; state is SCHEDULED, CHECK_IN, RUNNING or ENDED. */
public record SessionView(
        UUID id,
        UUID centreId,
        String centreZh,
        String centreEn,
        String region,
        UUID roomId,
        String room,
        String qualification,
        UUID batchId,
        String policy,
        Instant startsAt,
        int minutes,
        int lateMinutes,
        String state,
        Instant startedAt,
        Instant releasedAt,
        int enrolled,
        int checkedIn) {}
