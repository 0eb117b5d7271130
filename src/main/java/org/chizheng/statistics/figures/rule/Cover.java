package org.chizheng.statistics.figures.rule;

/** How a requirement of somebody on post stands on a day; the order is that of the numbers they are kept under. */
public enum Cover {
    /** No valid certificate answers to it. */
    OPEN,
    /** None does, but the months of grace after the appointment are not over. */
    GRACE,
    /** One does. */
    HELD
}
