package org.chizheng.rehearsal;

import java.util.random.RandomGenerator;

/**
 * How a virtual candidate behaves. Shares are of the steps.
 *
 * @param paceMillis mean time for thought
 * @param changes share of changes of mind, @param marks of items left for later, @param reloads of reloaded pages
 * @param endless goes round the paper again when through with it
 */
public record Script(long paceMillis, double changes, double marks, double reloads, boolean endless) {
    static final long HEARTBEAT_MILLIS = 15_000;
    private static final double SPREAD = 0.6;

    public static Script human(long paceMillis) {
        return new Script(paceMillis, 0.08, 0.05, 0.004, false);
    }

    public static Script steady(long paceMillis) {
        return new Script(paceMillis, 0.08, 0.05, 0, true);
    }

    /** Log-normal around the pace. */
    long thought(RandomGenerator random) {
        double log = Math.log(paceMillis) - SPREAD * SPREAD / 2 + SPREAD * random.nextGaussian();
        return Math.max(50, Math.round(Math.exp(log)));
    }
}
