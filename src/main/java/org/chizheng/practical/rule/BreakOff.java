package org.chizheng.practical.rule;

import java.util.Optional;

/**
 * When a practical may be broken off, and what comes of it. Who leaves has used an attempt and fails with 0 points; who falls ill, and whoever met with trouble of station, power or staff, has not,
 * and is admitted again with a new draw. No regulation that was read tells the two apart [UNCERTAIN]; the manager's reason stays on record with each.
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

        /** Whether it uses an attempt. */
        public boolean counts() {
            return this == LEFT;
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
}
