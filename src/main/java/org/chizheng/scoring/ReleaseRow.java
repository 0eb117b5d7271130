package org.chizheng.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A session that has been sat, as the desk of those who release shows it.
 *
 * @param open sittings that are not closed
 * @param unscored closed sittings without a score, or whose score a decision is about to move
 * @param unreleased results that are not official yet
 * @param withheld those of them that an undecided breach may take away
 * @param due last working day for the release, by the policy's RESULT_WORKING_DAYS from the day of the session
 * @param left working days until then, negative when it is past; today counts as 0 on the last day
 * @param persons how many the policy asks for: 1, or 2
 * @param approvedBy who approved what stands there now, or null
 */
public record ReleaseRow(
        UUID session,
        UUID centreId,
        String centreZh,
        String centreEn,
        String region,
        String room,
        String qualification,
        Instant startsAt,
        int sittings,
        int open,
        int unscored,
        int results,
        int passed,
        int unreleased,
        int withheld,
        LocalDate due,
        int left,
        int persons,
        String approvedBy,
        Instant approvedAt,
        Instant releasedAt) {
    /** Nothing is under way any more, and some of it can be released. */
    public boolean complete() {
        return open == 0 && unscored == 0 && unreleased > withheld;
    }

    public boolean overdue() {
        return left < 0;
    }

    /** Days past the last one. */
    public int late() {
        return -left;
    }

    /** Another has to approve before anybody releases. */
    public boolean needsApproval() {
        return persons > 1 && approvedBy == null;
    }

    public boolean approvedBySomebody(String who) {
        return who.equals(approvedBy);
    }
}
