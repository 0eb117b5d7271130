package org.chizheng.admission.rule;

/** Where a candidate of a session stands on the day, as the list of the entrance shows it. */
public enum Presence {
    EXPECTED,
    LATE,
    WAITING,
    IN,
    REFUSED,
    ABSENT;

    /**
     * @param in checked in
     * @param last state of the last check at the entrance, null for none
     */
    public static Presence of(boolean in, String last, Entry entry) {
        if (in) {
            return IN;
        }
        if ("WAITING".equals(last)) {
            return WAITING;
        }
        if ("REFUSED".equals(last)) {
            return REFUSED;
        }
        return switch (entry) {
            case IN_TIME -> EXPECTED;
            case LATE -> LATE;
            case CLOSED -> ABSENT;
        };
    }
}
