package org.chizheng.appeal.rule;

import java.util.List;

/** Who may take the next step of a recheck: never the one who proposed, never one who had a part in an earlier round, and in an appeal nobody who had a part in the recheck. */
public final class FourEyes {
    private FourEyes() {}

    /** What somebody of the staff did: kind as the history names it. */
    public record Step(int round, Kind kind, String actor) {}

    /** Steps of the staff. */
    public enum Kind {
        PROPOSED,
        RETURNED,
        DECIDED,
        APPEAL_PROPOSED,
        APPEAL_RETURNED,
        APPEAL_DECIDED;

        boolean ofAppeal() {
            return this == APPEAL_PROPOSED || this == APPEAL_RETURNED || this == APPEAL_DECIDED;
        }

        boolean proposes() {
            return this == PROPOSED || this == APPEAL_PROPOSED;
        }
    }

    /**
     * @param steps in their order
     * @param round the one under way, from 1
     */
    public static boolean mayAct(String who, List<Step> steps, int round, RecheckState state) {
        boolean appeal = state.isAppeal();
        boolean hadAPart = steps.stream()
                .filter(step -> step.actor().equals(who))
                .anyMatch(step -> step.round() < round || appeal && !step.kind().ofAppeal());
        return !hadAPart && !(state.isProposed() && who.equals(proposer(steps)));
    }

    private static String proposer(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.kind().proposes())
                .reduce((earlier, later) -> later)
                .map(Step::actor)
                .orElse(null);
    }
}
