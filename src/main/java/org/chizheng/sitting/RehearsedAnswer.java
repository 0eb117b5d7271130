package org.chizheng.sitting;

/** One event as the log of a rehearsal holds it. */
public record RehearsedAnswer(String ticket, int sequence, int item, String answer, boolean counted) {}
