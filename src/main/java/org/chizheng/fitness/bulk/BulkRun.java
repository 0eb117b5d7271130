package org.chizheng.fitness.bulk;

import java.time.Instant;
import java.util.UUID;

/** A check of a file, as long as it is kept. */
public record BulkRun(UUID id, String account, Instant begunAt, String fileName, boolean excel, int rows) {}
