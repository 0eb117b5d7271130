package org.chizheng.certificate;

/** A sheet of A4, landscape; or a card of the size ID-1, front and back as two pages. */
public enum DocumentSize {
    A4,
    CARD
}
