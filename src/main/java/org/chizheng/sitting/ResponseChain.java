package org.chizheng.sitting;

import java.time.Instant;
import java.util.UUID;

import org.chizheng.common.Digests;
import org.chizheng.sitting.rule.ReceiptNumber;

/** The hash chain of one sitting's log: each entry's hash covers the one before and every field of its own. */
final class ResponseChain {
    static final String PURPOSE = "sitting-receipt";

    private ResponseChain() {}

    static byte[] origin(UUID sitting, UUID paper) {
        return Digests.of("sitting", sitting, paper);
    }

    /** Answers are chained without their kind, as they were before there were others. */
    static byte[] link(
            byte[] head,
            int position,
            Entry.Kind kind,
            int sequence,
            int item,
            String word,
            Instant at,
            boolean counted) {
        return kind == Entry.Kind.ANSWERED
                ? Digests.of(head, position, sequence, item, word, at, counted)
                : Digests.of(head, position, kind, sequence, item, word, at, counted);
    }

    /** What the receipt's signature is made over. */
    static byte[] receipt(UUID sitting, String number, Instant at, int count, byte[] digest) {
        return Digests.of(sitting, number, at, count, digest);
    }

    /** The receipt's number, from the digest, so that one cannot be had without the other. */
    static String number(UUID sitting, byte[] digest) {
        return ReceiptNumber.of(Digests.of(sitting, digest));
    }
}
