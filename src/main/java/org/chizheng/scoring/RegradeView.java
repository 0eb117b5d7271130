package org.chizheng.scoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A regrade and the revision it concerns, with the key: for reviewers and administrators only. remedy and effect are the names of {@code Remedy} and {@code Effect}. */
public record RegradeView(
        UUID id,
        UUID revision,
        String item,
        int number,
        String stem,
        String remedy,
        String effect,
        List<Option> options,
        String reason,
        String source,
        String openedBy,
        Instant openedAt,
        String withdrawnBy,
        Instant withdrawnAt,
        String appliedBy,
        Instant appliedAt) {
    /** rightThen: by the frozen key; rightNow: by this regrade, nothing when all get the points. */
    public record Option(String text, boolean rightThen, boolean rightNow) {}

    /** OPEN, APPLIED or WITHDRAWN. */
    public String state() {
        return appliedAt != null ? "APPLIED" : withdrawnAt != null ? "WITHDRAWN" : "OPEN";
    }
}
