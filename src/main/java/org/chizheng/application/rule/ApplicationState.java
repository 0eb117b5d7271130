package org.chizheng.application.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The life of an application: sent, answered by the authority within its working days, mended and sent again, withdrawn, or done when the certificate is there. */
public enum ApplicationState {
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    REFUSED,
    WITHDRAWN,
    DONE;

    /** What may happen to an application. */
    public enum Act {
        RETURN(RETURNED, SUBMITTED),
        ACCEPT(ACCEPTED, SUBMITTED),
        REFUSE(REFUSED, SUBMITTED),
        MEND(SUBMITTED, RETURNED),
        WITHDRAW(WITHDRAWN, SUBMITTED, RETURNED, ACCEPTED),
        FINISH(DONE, ACCEPTED);

        private final ApplicationState to;
        private final Set<ApplicationState> from;

        Act(ApplicationState to, ApplicationState... from) {
            this.to = to;
            this.from = Set.of(from);
        }

        public ApplicationState to() {
            return to;
        }

        public boolean isAllowedIn(ApplicationState state) {
            return from.contains(state);
        }
    }

    /** Whether it stands in the way of another one for the same qualification. */
    public boolean isOpen() {
        return this == SUBMITTED || this == RETURNED || this == ACCEPTED;
    }

    /** Whether photo and documents may still be added. */
    public boolean isMendable() {
        return this == SUBMITTED || this == RETURNED;
    }

    public List<Act> acts() {
        return Arrays.stream(Act.values()).filter(act -> act.isAllowedIn(this)).toList();
    }
}
