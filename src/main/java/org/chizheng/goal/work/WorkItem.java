package org.chizheng.goal.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.chizheng.goal.rule.WorkKind;
import org.chizheng.goal.rule.WorkState;

/**
 * An item of the work list.
 *
 * @param amount people, or certificates for EXPIRING
 * @param since from when on; for EXPIRING the first last day; null where it cannot be said
 * @param dueOn last working day for the answer
 * @param change the last act, by name
 */
public record WorkItem(
        UUID id,
        WorkKind kind,
        UUID enterpriseId,
        String enterprise,
        String creditCode,
        String region,
        int amount,
        LocalDate since,
        WorkState state,
        Instant raisedAt,
        LocalDate dueOn,
        Instant changedAt,
        String change) {
    RunningItem running() {
        return new RunningItem(id, kind, enterpriseId, region, amount, dueOn);
    }

    public boolean isOpen() {
        return state == WorkState.OPEN;
    }

    public boolean isAnswered() {
        return state == WorkState.ANSWERED;
    }

    public boolean isClosed() {
        return state == WorkState.CLOSED;
    }

    /** Not answered though the last day has passed. */
    public boolean isOverdue(LocalDate today) {
        return isOpen() && today.isAfter(dueOn);
    }
}
