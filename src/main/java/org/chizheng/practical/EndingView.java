package org.chizheng.practical;

import java.time.Instant;

/** How a practical was broken off. @param counts as a failed attempt */
public record EndingView(String cause, boolean counts, String reason, Instant endedAt, String endedBy) {}
