package org.chizheng.incident;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.incident.rule.Measure;
import org.chizheng.incident.rule.Sanction;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.WorkingDays;
import org.chizheng.regulation.rule.PolicyTerm;

/** The candidate appeals against a decision 复核, once and in time; another than who decided first decides, and never more harshly. */
@ApplicationScoped
public class Appealing {
    private final IncidentFiles files;
    private final Enforcing enforcing;
    private final Policies policies;
    private final WorkingDays workingDays;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    Appealing(
            IncidentFiles files,
            Enforcing enforcing,
            Policies policies,
            WorkingDays workingDays,
            Sealer sealer,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.files = files;
        this.enforcing = enforcing;
        this.policies = policies;
        this.workingDays = workingDays;
        this.sealer = sealer;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused NOTHING_TO_APPEAL, ALREADY_APPEALED, APPEAL_TOO_LATE after the last day, REASONS_LENGTH */
    @Transactional
    public void file(UUID id, String grounds, String by) {
        IncidentFile file = files.locked(id);
        if (file.decisions().isEmpty() || file.decisions().get(0).effect() == Measure.NONE) {
            throw new Refused(IncidentRefusal.NOTHING_TO_APPEAL);
        }
        if (file.appeal() != null) {
            throw new Refused(IncidentRefusal.ALREADY_APPEALED);
        }
        LocalDate today = clock.today();
        LocalDate due = file.decisions().get(0).appealDue();
        if (today.isAfter(due)) {
            throw new Refused(IncidentRefusal.APPEAL_TOO_LATE, due.toString());
        }
        String why = Words.told(grounds, IncidentRefusal.REASONS_LENGTH);
        int days = policies.byId(file.row().policy()).number(PolicyTerm.INCIDENT_ANSWER_WORKING_DAYS);
        sql.update(
                "INSERT INTO incident_appeal (incident_id, grounds_sealed, filed_by, filed_at, answer_due) VALUES (?, ?, ?, ?, ?)",
                id,
                sealer.seal(why, IncidentFiles.GROUNDS, id),
                by,
                clock.now(),
                workingDays.after(today, days));
        auditing.note("appealed", "incident", id, "in time");
    }

    /** @throws Refused NO_APPEAL, ALREADY_DECIDED, HAND_IN_IT, EFFECT_NOT_ALLOWED, WHOLE_NEEDS_ZERO, APPEAL_HARSHER, REASONS_LENGTH */
    @Transactional
    public void decide(UUID id, Sanction sanction, String reasons, Signatory by) {
        IncidentFile file = files.locked(id);
        if (file.appeal() == null) {
            throw new Refused(IncidentRefusal.NO_APPEAL);
        }
        if (file.decisions().size() > 1) {
            throw new Refused(IncidentRefusal.ALREADY_DECIDED);
        }
        if (file.hasHandIn(by)) {
            throw new Refused(IncidentRefusal.HAND_IN_IT);
        }
        file.row().what().mustAllow(sanction);
        if (sanction.isHarsherThan(file.decisions().get(0).sanction())) {
            throw new Refused(IncidentRefusal.APPEAL_HARSHER);
        }
        enforcing.decideAppeal(file, sanction, Words.told(reasons, IncidentRefusal.REASONS_LENGTH), by);
    }
}
