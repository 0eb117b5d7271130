package org.chizheng.admission;

import java.time.Instant;
import java.util.UUID;

import org.chizheng.admission.rule.Entry;
import org.chizheng.admission.rule.Presence;

/**
 * A candidate of a session at its entrance.
 *
 * @param idNumber masked, null in lists
 * @param seat null until it is drawn
 * @param lastReason why the last check refused, or null
 */
public record CandidateView(
        UUID enrolment,
        String name,
        String idNumber,
        String ticket,
        boolean photo,
        String seat,
        int extraMinutes,
        Instant checkedInAt,
        Presence presence,
        Entry entry,
        String lastReason,
        int checks) {
    public boolean isIn() {
        return presence == Presence.IN;
    }

    public boolean isWaiting() {
        return presence == Presence.WAITING;
    }

    public boolean isLate() {
        return entry == Entry.LATE;
    }

    public boolean isTooLate() {
        return entry == Entry.CLOSED;
    }
}
