package org.chizheng.sitting;

import java.time.Instant;

/** What the candidate keeps: number, time, number of events, digest of the log. */
public record ReceiptView(String number, Instant at, int count, String digest) {}
