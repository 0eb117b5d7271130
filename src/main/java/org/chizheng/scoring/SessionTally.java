package org.chizheng.scoring;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

import org.chizheng.common.OfficialClock;
import org.chizheng.scoring.rule.ExamSums;
import org.chizheng.scoring.rule.ToldCells;

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
        Instant countedAt) {
    /** The least of which figures are told. */
    ToldCells.Cell cell() {
        return new ToldCells.Cell(roomId, qualification, YearMonth.from(OfficialClock.dateOf(startsAt)));
    }
}
