package org.chizheng.application.rule;

/** What is applied for: the first examination, the practical again while the theory counts, or the examination for a renewal. */
public enum Kind {
    INITIAL,
    RETAKE,
    RENEWAL
}
