package org.chizheng.invigilation;

/** What came of a command: for how many it was meant, for how many it changed something, and whether it made the room itself stand still or go on. */
public record CommandedView(int asked, int affected, boolean room) {}
