package org.chizheng.sitting;

import java.time.Instant;
import java.util.UUID;

import org.chizheng.common.Digests;

/** The hash chain of one sitting's log: each event's hash covers the one before and every field of its own. */
final class ResponseChain {
    static final String PURPOSE = "sitting-receipt";

    private ResponseChain() {}

    static byte[] origin(UUID sitting, UUID paper) {
        return Digests.of("sitting", sitting, paper);
    }

    static byte[] link(byte[] head, int position, AnswerEvent event, Instant received, boolean counted) {
        return Digests.of(head, position, event.sequence(), event.item(), event.answer(), received, counted);
    }
}
