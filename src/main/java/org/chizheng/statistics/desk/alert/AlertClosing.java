package org.chizheng.statistics.desk.alert;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Actor;
import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** A regulator closes an alert with a reason, although the fall has not been made good. */
@ApplicationScoped
public class AlertClosing {
    static final int LONGEST = 1000;
    private final RateAlerts alerts;
    private final Sql sql;
    private final OfficialClock clock;
    private final Actor actor;
    private final Auditing auditing;

    AlertClosing(RateAlerts alerts, Sql sql, OfficialClock clock, Actor actor, Auditing auditing) {
        this.alerts = alerts;
        this.sql = sql;
        this.clock = clock;
        this.actor = actor;
        this.auditing = auditing;
    }

    /** @throws Refused NOT_FOUND, ENDED if it does not run any more, WORDS_MISSING without a reason or with one of more than 1,000 characters */
    @Transactional
    public void close(UUID id, String words) {
        RateAlert alert = alerts.locked(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!alert.isOpen()) {
            throw new Refused(AlertRefusal.ENDED);
        }
        String tidy = words == null ? "" : words.strip();
        if (tidy.isEmpty() || tidy.length() > LONGEST) {
            throw new Refused(AlertRefusal.WORDS_MISSING, LONGEST);
        }
        sql.update(
                "UPDATE rate_alert SET state = 'CLOSED', changed_at = ?, closed_by = ?, words = ? WHERE id = ?",
                clock.now(),
                actor.name(),
                tidy,
                id);
        auditing.note("closed", "rate alert", id, alert.region());
    }
}
