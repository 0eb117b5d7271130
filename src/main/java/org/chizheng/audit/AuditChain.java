package org.chizheng.audit;

import java.time.Instant;

import org.chizheng.common.Digests;

/** The chain: each link is the SHA-256 of the link before it and every field of the entry. */
final class AuditChain {
    static final byte[] ORIGIN = new byte[32];
    static final String PURPOSE = "audit-seal";

    private AuditChain() {}

    record Entry(long id, Instant at, String actor, String act, String subject, String subjectId, String details) {}

    static byte[] link(byte[] previous, long position, Entry entry) {
        return Digests.of(
                previous,
                position,
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.act(),
                entry.subject(),
                entry.subjectId(),
                entry.details());
    }
}
