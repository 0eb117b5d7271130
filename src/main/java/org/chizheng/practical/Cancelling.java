package org.chizheng.practical;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Cancels a day of practicals for which nobody is admitted: its stations are free for another one. The day stays on record. */
@ApplicationScoped
public class Cancelling {
    private final Practicals practicals;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Cancelling(Practicals practicals, OfficialClock clock, Sql sql, Auditing auditing) {
        this.practicals = practicals;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused NOT_FOUND, DAY_CANCELLED when it is already, CANDIDATES_ADMITTED */
    @Transactional
    public void cancel(UUID session, String by) {
        PracticalView day = practicals.lockedDay(session);
        day.mustStand();
        if (day.candidates() > 0) {
            throw new Refused(PracticalRefusal.CANDIDATES_ADMITTED, day.candidates());
        }
        sql.update(
                "UPDATE practical_session SET cancelled_at = ?, cancelled_by = ? WHERE id = ?",
                clock.now(),
                by,
                session);
        auditing.note("cancelled", "practical", session, "");
    }
}
