package org.chizheng.admission;

/** How a second person confirms. */
public enum Second {
    TABLET,
    WITNESS
}
