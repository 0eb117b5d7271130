package org.chizheng.sitting;

import java.time.Instant;

/** What the candidate keeps: number, time, number of answers, digest of the log, and the signature over them (Ed25519, Base64). */
public record ReceiptView(String number, Instant at, int count, String digest, String signature) {}
