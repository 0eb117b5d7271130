package org.chizheng.sitting;

/** One choice: the page's own sequence number (1 to 20 000), the item's number on the paper (1 to 500), option ids ascending and comma separated, empty to clear. */
public record AnswerEvent(int sequence, int item, String answer) {}
