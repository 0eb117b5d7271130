package org.chizheng.practical;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.practical.rule.BreakOff;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;

/** Ends a practical that cannot go on: the station is free. Where it counts as an attempt there is a result of 0 points, which is released, told and rechecked like any other. */
@ApplicationScoped
public class BreakingOff {
    private final Practicals practicals;
    private final Policies policies;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public BreakingOff(Practicals practicals, Policies policies, OfficialClock clock, Sql sql, Auditing auditing) {
        this.practicals = practicals;
        this.policies = policies;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @param person whom the manager's account stands for, or null; @throws Refused WRONG_STATE, MARKED_TO_THE_END, REASON_LENGTH */
    @Transactional
    public void end(UUID candidate, BreakOff.Cause cause, String reason, String by, UUID person) {
        String words = Reasons.of(reason);
        CandidateView one = practicals.locked(candidate);
        BreakOff.objection(one.state(), cause, one.signed()).ifPresent(rule -> {
            throw new Refused(PracticalRefusal.valueOf(rule));
        });
        boolean counts =
                cause.counts(policies.byId(practicals.get(one.sessionId()).policy()));
        write(candidate, cause, counts, words, by, person);
        sql.update("UPDATE practical_candidate SET state = 'ENDED' WHERE id = ?", candidate);
        if (counts) {
            fail(one);
        }
        auditing.note("broke off", "practical-candidate", candidate, cause + ": " + words);
    }

    private void write(UUID candidate, BreakOff.Cause cause, boolean counts, String reason, String by, UUID person) {
        sql.update(
                "INSERT INTO practical_ending (candidate_id, cause, counts, reason, ended_at, ended_by, ended_person) VALUES (?, ?, ?, ?, ?, ?, ?)",
                candidate,
                cause.name(),
                counts,
                reason,
                clock.now(),
                by,
                person);
    }

    /** It stays ended, for a reason of the staff's: the candidate has used no attempt. Within the acting transaction. */
    void excuse(UUID candidate, String reason, String by, UUID person) {
        write(candidate, BreakOff.Cause.TECHNICAL, false, reason, by, person);
    }

    private void fail(CandidateView one) {
        PracticalView day = practicals.get(one.sessionId());
        sql.update(
                "INSERT INTO practical_result (id, candidate_id, session_id, person_id, qualification, policy, points, cut, vetoed, passed, assessors, judged_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE, FALSE, 0, ?)",
                Ids.next(),
                one.id(),
                day.id(),
                one.personId(),
                day.qualification(),
                day.policy(),
                BigDecimal.ZERO,
                policies.byId(day.policy()).number(PolicyTerm.PRACTICAL_CUT),
                clock.now());
    }
}
