package org.chizheng.practical.rule;

import java.util.Optional;

import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/**
 * When a practical may be broken off, and what comes of it. Whether leaving and illness use an attempt, the policy of the day says; where one does, the practical is failed with 0 points, and
 * whoever has used none is admitted again with a new draw. The manager's reason stays on record with each.
 */
public final class BreakOff {
    private BreakOff() {}

    /** Why it is broken off. */
    public enum Cause {
        /** 考生离场: the candidate went, or would not go on. */
        LEFT,
        /** 考生身体不适. */
        ILL,
        /** 设备或考务原因: station, power, or no assessor to be had. */
        TECHNICAL;

        /** Whether it uses an attempt. What the station or the staff cause never does. */
        public boolean counts(PolicyTerms policy) {
            return switch (this) {
                case LEFT -> yes(policy, PolicyTerm.PRACTICAL_LEAVING_COUNTS);
                case ILL -> yes(policy, PolicyTerm.PRACTICAL_ILLNESS_COUNTS);
                case TECHNICAL -> false;
            };
        }

        private static boolean yes(PolicyTerms policy, PolicyTerm term) {
            return "YES".equals(policy.text(term));
        }
    }

    /**
     * The refusal that stands against it: WRONG_STATE unless the candidate is at a station and not decided; MARKED_TO_THE_END when an assessor has signed, for then the candidate was seen to the
     * end, and nothing but trouble with the staff can keep the rest from being marked.
     *
     * @param state of the candidate
     * @param signed sheets
     */
    public static Optional<String> objection(String state, Cause cause, int signed) {
        if (!state.equals("AT_STATION") && !state.equals("RUNNING")) {
            return Optional.of("WRONG_STATE");
        }
        return signed > 0 && cause != Cause.TECHNICAL ? Optional.of("MARKED_TO_THE_END") : Optional.empty();
    }

    /**
     * Whether a practical that was broken off by mistake can go on where it was when that is taken back: on its day, with its station free, and unless the candidate was admitted anew. If it cannot,
     * it stays ended for a reason of the staff's.
     */
    public static boolean canGoOn(boolean itsDay, boolean stationFree, boolean admittedAnew) {
        return itsDay && stationFree && !admittedAnew;
    }
}
