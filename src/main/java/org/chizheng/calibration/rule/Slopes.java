package org.chizheng.calibration.rule;

/** What is estimated of the items' discriminations; abilities are N(0, 1) in all three. */
public enum Slopes {
    /** Nothing, all are 1: Rasch with abilities of standard deviation 1. */
    ONE,
    /** One for all items: Rasch; the slope is the standard deviation of the abilities in logits. */
    COMMON,
    /** One for each item: the two-parameter logistic model. */
    FREE
}
