package org.chizheng.session;

import java.time.Instant;
import java.util.UUID;

/** One enrolment; seat and paper are null until check-in. */
public record EnrolmentView(
        UUID id,
        UUID sessionId,
        UUID personId,
        String name,
        boolean photo,
        String ticket,
        int extraMinutes,
        String seat,
        UUID paperId,
        Instant checkedInAt) {}
