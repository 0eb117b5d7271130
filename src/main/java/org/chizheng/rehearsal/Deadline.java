package org.chizheng.rehearsal;

/**
 * Holds a sitting to its end, whatever happens in between. A look tells the end only as surely as its round trip was short: the service looked at its clock at some moment
 * between question and answer. So each look bounds the end from both sides, and the end has moved when two looks leave no common moment, two seconds aside.
 */
final class Deadline {
    private static final long TOLERANCE_MILLIS = 2000;
    private long notBefore = Long.MIN_VALUE;
    private long notAfter = Long.MAX_VALUE;
    private String fault = "";

    /** @param sent and @param received around the moment at which the service looked at its clock; @param remainingMillis -1 where none is told */
    void look(long sent, long received, long remainingMillis) {
        if (remainingMillis <= 0) {
            return;
        }
        long earliest = sent / 1_000_000 + remainingMillis;
        long latest = received / 1_000_000 + remainingMillis;
        if (notBefore != Long.MIN_VALUE && earliest > notAfter + TOLERANCE_MILLIS) {
            fault = "the end moved by at least " + (earliest - notAfter) + " ms";
        } else if (notBefore != Long.MIN_VALUE && latest < notBefore - TOLERANCE_MILLIS) {
            fault = "the end moved by at least " + (latest - notBefore) + " ms";
        } else {
            notBefore = Math.max(notBefore, earliest);
            notAfter = Math.min(notAfter, latest);
        }
    }

    String fault() {
        return fault;
    }
}
