package org.chizheng.scoring;

import java.time.Instant;
import java.util.UUID;

import org.chizheng.scoring.rule.ExamSums;

/** What the released results of one session add up to, and where and when it was. */
public record SessionTally(
        UUID session,
        UUID centreId,
        String centreZh,
        String centreEn,
        String region,
        UUID roomId,
        String room,
        String qualification,
        Instant startsAt,
        ExamSums sums,
        Instant countedAt) {}
