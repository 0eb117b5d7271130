package org.chizheng.goal.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How an enterprise stands on a day, counted over its people on post and what their posts require.
 *
 * @param people on post with a requirement
 * @param managers requirements for a safety manager that are covered or in grace
 * @param missing requirements neither covered nor in grace
 * @param missingSince the earliest day since when one of those is neither, null without any
 * @param expiring covering certificates that run out within the days asked for
 * @param expiringOn the first last day among them, null without any
 */
public record Standing(
        boolean highRisk,
        long people,
        long managers,
        long missing,
        LocalDate missingSince,
        long expiring,
        LocalDate expiringOn) {
    /** What a regulator is told; day: since when, or until when for expiring certificates; null where it cannot be said. */
    public record Finding(WorkKind kind, int amount, LocalDate day) {}

    /**
     * The worst first. An enterprise with nobody on record is not judged.
     *
     * @param least certificates that must run out together to be told
     */
    public List<Finding> findings(int least) {
        List<Finding> found = new ArrayList<>();
        if (highRisk && people > 0 && managers == 0) {
            found.add(new Finding(WorkKind.NO_SAFETY_MANAGER, Math.toIntExact(people), null));
        }
        if (missing > 0) {
            found.add(new Finding(WorkKind.UNCERTIFIED, Math.toIntExact(missing), missingSince));
        }
        if (expiring >= least) {
            found.add(new Finding(WorkKind.EXPIRING, Math.toIntExact(expiring), expiringOn));
        }
        return found;
    }
}
