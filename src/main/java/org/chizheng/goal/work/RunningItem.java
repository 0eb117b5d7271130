package org.chizheng.goal.work;

import java.time.LocalDate;
import java.util.UUID;

import org.chizheng.goal.rule.WorkKind;

/**
 * What has to be known of an item to follow it: nothing of the enterprise, which is a look at another table.
 *
 * @param amount people, or certificates for EXPIRING
 * @param dueOn last working day for the answer
 */
record RunningItem(UUID id, WorkKind kind, UUID enterpriseId, String region, int amount, LocalDate dueOn) {}
