package org.chizheng.sitting;

import java.time.Instant;

/** Where the candidate stands; remainingMillis only while the clock runs. */
public record StateView(String state, Instant serverTime, Long remainingMillis, String seat) {}
