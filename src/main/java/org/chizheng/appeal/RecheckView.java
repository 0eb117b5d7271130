package org.chizheng.appeal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.chizheng.appeal.rule.RecheckState;

/**
 * A recheck as its desk shows it.
 *
 * @param subject the result of the part
 * @param answerDue last working day for what waits, left the working days until then, negative when it is past
 * @param appealUntil last day for an appeal, null before there is an outcome
 */
public record RecheckView(
        UUID id,
        String part,
        UUID subject,
        UUID person,
        String name,
        UUID centreId,
        String centreZh,
        String centreEn,
        String region,
        String qualification,
        String policy,
        int round,
        RecheckState state,
        Instant askedAt,
        LocalDate answerDue,
        int left,
        LocalDate appealUntil) {
    public boolean overdue() {
        return state.waits() && left < 0;
    }

    public int late() {
        return -left;
    }
}
