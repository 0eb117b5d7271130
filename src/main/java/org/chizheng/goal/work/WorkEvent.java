package org.chizheng.goal.work;

import java.time.Instant;

/** What happened to an item: act is RAISED, GREW, SHRANK, or an act of the state by name. */
public record WorkEvent(Instant at, String actor, String act, int amount, String words) {}
