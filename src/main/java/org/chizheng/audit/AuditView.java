package org.chizheng.audit;

import java.time.Instant;

/** One entry as staff see it; sealed once it stands in the chain. */
public record AuditView(
        Instant at, String actor, String act, String subject, String subjectId, String details, boolean sealed) {}
