package org.chizheng.sitting;

import java.util.List;

/** saved: sequences that are durable and count; late: recorded after the deadline, they do not count. */
public record SavedView(List<Integer> saved, List<Integer> late, long remainingMillis, String state) {}
