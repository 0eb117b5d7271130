package org.chizheng.practice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One person's run through items in a drawn order.
 *
 * @param chapter empty for all chapters
 * @param seed orders items and options
 * @param revisions in their order; place n is the n-th, from 1
 * @param points by place
 * @param deadline of a mock paper, null otherwise
 * @param endedAt null while it is open
 */
record Round(
        UUID id,
        String subject,
        Kind kind,
        String chapter,
        byte[] seed,
        List<UUID> revisions,
        List<Integer> points,
        Instant startedAt,
        Instant deadline,
        Instant endedAt) {
    enum Kind {
        CHAPTER,
        WRONG,
        MOCK
    }

    boolean isOpen() {
        return endedAt == null;
    }

    boolean isMock() {
        return kind == Kind.MOCK;
    }
}
