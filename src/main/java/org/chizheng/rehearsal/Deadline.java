package org.chizheng.rehearsal;

/** Holds a sitting to its end: elapsed and remaining time add up to the same within two seconds, whatever happens in between. */
final class Deadline {
    private static final long TOLERANCE_MILLIS = 2000;
    private long end = Long.MIN_VALUE;
    private String fault = "";

    /** @param sent and @param received around the moment at which the service looked at its clock; @param remainingMillis -1 where none is told */
    void look(long sent, long received, long remainingMillis) {
        if (remainingMillis <= 0) {
            return;
        }
        long earliest = sent / 1_000_000 + remainingMillis;
        long latest = received / 1_000_000 + remainingMillis;
        if (end == Long.MIN_VALUE) {
            end = (earliest + latest) / 2;
        } else if (latest < end - TOLERANCE_MILLIS || earliest > end + TOLERANCE_MILLIS) {
            fault = "the end moved by " + ((earliest + latest) / 2 - end) + " ms";
        }
    }

    String fault() {
        return fault;
    }
}
