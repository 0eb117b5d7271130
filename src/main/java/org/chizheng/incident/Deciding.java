package org.chizheng.incident;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.incident.rule.IncidentState;
import org.chizheng.incident.rule.Measure;
import org.chizheng.incident.rule.Sanction;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.WorkingDays;
import org.chizheng.regulation.rule.PolicyTerm;

/** The authority decides on a breach: once, after the candidate was told, by somebody who had no hand in it. */
@ApplicationScoped
public class Deciding {
    private final IncidentFiles files;
    private final Enforcing enforcing;
    private final Policies policies;
    private final WorkingDays workingDays;
    private final OfficialClock clock;

    Deciding(
            IncidentFiles files, Enforcing enforcing, Policies policies, WorkingDays workingDays, OfficialClock clock) {
        this.files = files;
        this.enforcing = enforcing;
        this.policies = policies;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** @throws Refused NO_BREACH, NOT_SIGNED_BY_TWO, NOT_INFORMED, ALREADY_DECIDED, HAND_IN_IT, EFFECT_NOT_ALLOWED by the class, WHOLE_NEEDS_ZERO, REASONS_LENGTH */
    @Transactional
    public void decide(UUID id, Sanction sanction, String reasons, Signatory by) {
        IncidentFile file = files.locked(id);
        mustBeDue(file);
        if (file.hasHandIn(by)) {
            throw new Refused(IncidentRefusal.HAND_IN_IT);
        }
        IncidentRow row = file.row();
        row.what().mustAllow(sanction);
        String why = Words.told(reasons, IncidentRefusal.REASONS_LENGTH);
        LocalDate today = clock.today();
        LocalDate banUntil = null;
        if (sanction.measure() == Measure.BAN) {
            PolicyTerm years = PolicyTerm.valueOf(row.what().banTerm());
            banUntil =
                    today.plusYears(policies.byId(row.policy()).number(years)).minusDays(1);
        }
        int days = policies.byId(row.policy()).number(PolicyTerm.INCIDENT_APPEAL_WORKING_DAYS);
        enforcing.decideFirst(file, sanction, banUntil, why, by, workingDays.after(today, days));
    }

    private static void mustBeDue(IncidentFile file) {
        if (file.withdrawal() != null) {
            throw new Refused(IncidentRefusal.WITHDRAWN);
        }
        if (!file.row().what().breach()) {
            throw new Refused(IncidentRefusal.NO_BREACH);
        }
        if (file.signatures().size() < IncidentState.SIGNATURES) {
            throw new Refused(IncidentRefusal.NOT_SIGNED_BY_TWO);
        }
        if (file.notice() == null) {
            throw new Refused(IncidentRefusal.NOT_INFORMED);
        }
        if (!file.decisions().isEmpty()) {
            throw new Refused(IncidentRefusal.ALREADY_DECIDED);
        }
    }
}
