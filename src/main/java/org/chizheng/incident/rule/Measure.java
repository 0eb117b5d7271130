package org.chizheng.incident.rule;

/** What the authority decides on a breach, from the mildest to the severest. Removal and a ban zero the examination as well. */
public enum Measure {
    NONE,
    WARNING,
    ZERO,
    REMOVAL,
    BAN;

    /** Whether the sitting counts nothing. */
    public boolean zeroes() {
        return compareTo(ZERO) >= 0;
    }

    /** An appeal makes nothing worse for whoever files it. */
    public boolean isHarsherThan(Measure other) {
        return compareTo(other) > 0;
    }
}
