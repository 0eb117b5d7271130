package org.chizheng.practice;

import java.time.Instant;
import java.util.UUID;

/** An ended mock paper in a list; items and points as they were when it was drawn. */
public record MockLine(UUID id, Instant endedAt, int right, int total, int points, int most) {}
