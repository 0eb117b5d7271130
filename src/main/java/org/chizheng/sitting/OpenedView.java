package org.chizheng.sitting;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonRawValue;

/** The paper and what has been answered, for the page that now owns the sitting. */
public record OpenedView(
        String state,
        int epoch,
        int nextSequence,
        Instant serverTime,
        long remainingMillis,
        @JsonRawValue String paper,
        Map<Integer, String> answers) {}
