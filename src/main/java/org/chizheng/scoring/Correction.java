package org.chizheng.scoring;

import java.time.Instant;
import java.util.List;

import org.chizheng.scoring.rule.Amendment;
import org.chizheng.scoring.rule.Effect;
import org.chizheng.scoring.rule.Remedy;

/**
 * A regrade as it bears on one item of one paper.
 *
 * @param right ids of the options on that paper that are right now, ascending
 * @param appliedAt null while it is only tried
 */
record Correction(Remedy remedy, Effect effect, List<String> right, Instant appliedAt) {
    boolean tried() {
        return appliedAt == null;
    }

    /** @param releasedAt of the result, null while it is provisional or not made yet */
    Amendment on(Instant releasedAt) {
        boolean released = releasedAt != null && (tried() || !releasedAt.isAfter(appliedAt));
        return new Amendment(remedy, right, effect.holds(released));
    }
}
