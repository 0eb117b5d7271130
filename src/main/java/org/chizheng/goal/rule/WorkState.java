package org.chizheng.goal.rule;

import java.util.EnumSet;
import java.util.Set;

/**
 * How far an item has come. It opens when the facts ask for it; the enterprise answers; the regulator accepts the answer or gives it back; it closes when the facts no longer hold, or by the
 * regulator with a reason. What is accepted stays on the list until the facts are gone.
 */
public enum WorkState {
    OPEN,
    ANSWERED,
    ACCEPTED,
    CLOSED;

    /** What can be done to an item. */
    public enum Act {
        ANSWER(EnumSet.of(OPEN, ANSWERED), ANSWERED),
        ACCEPT(EnumSet.of(ANSWERED), ACCEPTED),
        GIVE_BACK(EnumSet.of(ANSWERED, ACCEPTED), OPEN),
        CLOSE(EnumSet.of(OPEN, ANSWERED, ACCEPTED), CLOSED),
        RESOLVE(EnumSet.of(OPEN, ANSWERED, ACCEPTED), CLOSED);

        private final Set<WorkState> from;
        private final WorkState to;

        Act(Set<WorkState> from, WorkState to) {
            this.from = from;
            this.to = to;
        }

        public WorkState to() {
            return to;
        }
    }

    public boolean allows(Act act) {
        return act.from.contains(this);
    }
}
