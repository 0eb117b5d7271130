package org.chizheng.invigilation;

/** What the staff can command in a room; the names stand in the table of commands. */
public enum RoomAct {
    START,
    PAUSE,
    RESUME,
    EXTEND,
    LOCK,
    UNLOCK,
    MOVE,
    HAND_IN,
    CREDIT,
    WAIVE
}
