package org.chizheng.workforce.rule;

/** Size of an enterprise by the statistical classes 大、中、小、微. */
public enum SizeClass {
    LARGE,
    MEDIUM,
    SMALL,
    MICRO
}
