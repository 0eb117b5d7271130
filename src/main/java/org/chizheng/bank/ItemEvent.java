package org.chizheng.bank;

import java.time.Instant;

/** What was done to an item. revision: the newest after the act, 0 before the first approval; reason: in the actor's words, may be empty. */
public record ItemEvent(Instant at, String actor, String act, int revision, String reason) {}
