package org.chizheng.integrity;

import java.util.UUID;

import org.chizheng.integrity.rule.Seating;

/**
 * Something that is to be stored.
 *
 * @param other null where one candidate alone is concerned
 * @param neighbours pairs of neighbours in the session
 * @param apart how far the two sat from each other, null where that is not known
 * @param moved whether one of them had sat elsewhere before
 */
record Found(
        String kind,
        UUID sitting,
        UUID other,
        int observed,
        double probability,
        int tests,
        double[] chances,
        int neighbours,
        Seating.Distance apart,
        boolean moved) {
    /** How many as striking chance alone would bring to the session. */
    double alarms() {
        return probability * tests;
    }

    /** The same where neighbours alone are looked at, for a pair of them; for all others as before. What is looked into first. */
    double urgency() {
        return apart != null && apart.neighbours() ? probability * neighbours : alarms();
    }
}
