package org.chizheng.application.rule;

/** What seems wrong with a photo; the applicant is told what to change, staff may take it in spite of that. */
public enum PhotoFinding {
    FEW_PIXELS,
    FEW_BYTES,
    SHAPE,
    BACKGROUND_DARK,
    BACKGROUND_UNEVEN,
    NO_HEAD,
    HEAD_HIGH,
    HEAD_LOW,
    HEAD_SMALL,
    HEAD_LARGE,
    OFF_CENTRE
}
