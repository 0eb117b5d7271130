package org.chizheng.goal.work;

import java.time.LocalDate;
import java.util.List;

import org.chizheng.goal.rule.WorkKind;
import org.chizheng.goal.rule.WorkState;

/**
 * The regulator's desk as it is shown.
 *
 * @param region of which alone, empty for all within reach
 * @param news what changed since yesterday
 * @param state what was asked for, null for all that run; kind the same, null for all
 * @param shown the most items that are told
 */
public record WorkDesk(
        LocalDate today,
        String region,
        List<WorkItem> news,
        List<WorkItem> items,
        List<WorkItems.Count> counts,
        WorkState state,
        WorkKind kind,
        int shown) {
    public long overdue() {
        return counts.stream().mapToLong(WorkItems.Count::overdue).sum();
    }

    public boolean isClosed() {
        return state == WorkState.CLOSED;
    }

    public int closedDays() {
        return WorkItems.CLOSED_DAYS;
    }

    public List<WorkState> states() {
        return List.of(WorkState.values());
    }

    public List<WorkKind> kinds() {
        return List.of(WorkKind.values());
    }
}
