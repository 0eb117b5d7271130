package org.chizheng.booking;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An accepted application and the place that its person has; enrolment, session and ticket are null without one.
 *
 * @param region the authority that decided, a county or more
 * @param enterprise where the candidate works, or null
 * @param changes places moved or given back so far
 */
public record Seeker(
        UUID application,
        String number,
        UUID person,
        String name,
        String qualification,
        String region,
        String policy,
        LocalDate appliedOn,
        UUID enterprise,
        UUID enrolment,
        UUID session,
        String ticket,
        int changes) {
    public boolean isSeated() {
        return enrolment != null;
    }
}
