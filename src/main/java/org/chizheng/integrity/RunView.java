package org.chizheng.integrity;

import java.time.Instant;
import java.util.UUID;

/** A session that was looked at; striking: findings beyond the threshold of the desk. */
public record RunView(
        UUID session,
        UUID centreId,
        String centreZh,
        String centreEn,
        String region,
        String room,
        String qualification,
        Instant startsAt,
        int sittings,
        int pairs,
        int timed,
        int striking,
        int notes) {}
