package org.chizheng.sitting;

/** What a page tells of itself, for the invigilator's eyes; nothing is concluded from it. */
public enum PageNote {
    COPY,
    CUT,
    PASTE,
    PRINT,
    CONTEXT_MENU,
    LEFT,
    CAME_BACK,
    OFFLINE,
    ONLINE,
    RELOADED,
    READ_ALOUD
}
