package org.chizheng.incident.rule;

/**
 * What the authority decides on a breach, and on what.
 *
 * @param whole theory and practical, where the measure zeroes; else only the part in which it happened
 */
public record Sanction(Measure measure, boolean whole) {
    /** Whether there is such a decision: the whole examination is reached only by what zeroes. */
    public boolean fits() {
        return !whole || measure.zeroes();
    }

    /** An appeal makes nothing worse for whoever files it: neither the measure nor what it reaches. */
    public boolean isHarsherThan(Sanction other) {
        return measure.isHarsherThan(other.measure) || whole && !other.whole;
    }
}
