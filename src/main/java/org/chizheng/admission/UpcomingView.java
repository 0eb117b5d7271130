package org.chizheng.admission;

import java.time.Instant;
import java.util.UUID;

/** An examination to come, whose ticket can be printed. */
public record UpcomingView(
        UUID enrolment, String qualification, String centreZh, String centreEn, String room, Instant startsAt) {}
