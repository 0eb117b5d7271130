package org.chizheng.lockdown;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Actor;
import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Lets one candidate go on in any browser: a browser that breaks down on the day costs nobody the examination. */
@ApplicationScoped
public class Waiving {
    private static final int LONGEST_REASON = 200;
    private static final String WAIVE = """
            INSERT INTO lockdown_waiver (enrolment_id, session_id, waived_at, waived_by, reason)
            SELECT e.id, e.session_id, ?, ?, ? FROM enrolment e JOIN session_lockdown l ON l.session_id = e.session_id
            WHERE e.id = ? AND l.session_id = ? AND l.required
            ON CONFLICT (enrolment_id) DO NOTHING""";
    private final OfficialClock clock;
    private final Actor actor;
    private final Sql sql;
    private final Auditing auditing;

    public Waiving(OfficialClock clock, Actor actor, Sql sql, Auditing auditing) {
        this.clock = clock;
        this.actor = actor;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused REASON_MISSING; NOTHING_TO_WAIVE if the session asks for no browser or the candidate has been let off */
    @Transactional
    public void waive(UUID session, UUID enrolment, String reason) {
        String tidy = reason == null ? "" : reason.strip();
        if (tidy.isEmpty() || tidy.length() > LONGEST_REASON) {
            throw new Refused(LockdownRefusal.REASON_MISSING, LONGEST_REASON);
        }
        if (sql.update(WAIVE, clock.now(), actor.name(), tidy, enrolment, session) == 0) {
            throw new Refused(LockdownRefusal.NOTHING_TO_WAIVE);
        }
        auditing.note("waived locked browser", "enrolment", enrolment, tidy);
    }
}
