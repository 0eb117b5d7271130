package org.chizheng.certificate.life;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;

/** Lays a severe act before another officer, and closes it: one at a time for each certificate, for the days that the policy gives it. */
@ApplicationScoped
public class Proposing {
    private static final String LAPSE = """
            UPDATE certificate_proposal SET decision = 'EXPIRED', decided_by = proposed_by, decided_at = ?
            WHERE certificate_id = ? AND decision IS NULL AND expires_on < ?""";
    private static final String INSERT = """
            INSERT INTO certificate_proposal (id, certificate_id, act, ground, policy, reason, document, effective_on, proposed_by, proposed_at, expires_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (certificate_id) WHERE decision IS NULL DO NOTHING""";
    private static final String CLOSE = """
            UPDATE certificate_proposal SET decision = ?, decided_by = ?, decided_at = ?, decision_note = ? WHERE id = ? AND decision IS NULL""";
    private final Sql sql;
    private final Proposals proposals;
    private final Policies policies;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Proposing(Sql sql, Proposals proposals, Policies policies, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.proposals = proposals;
        this.policies = policies;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** @throws Refused PROPOSAL_WAITS if one waits already */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID propose(UUID certificate, Ground ground, LocalDate from, String reason, String document, String by) {
        LocalDate today = clock.today();
        sql.update(LAPSE, clock.now(), certificate, today);
        UUID id = Ids.next();
        LocalDate expires = today.plusDays(policies.byId(ground.policy()).number(PolicyTerm.PROPOSAL_DAYS));
        int added = sql.update(
                INSERT,
                id,
                certificate,
                ground.act().name(),
                ground.code(),
                ground.policy(),
                reason,
                document,
                from,
                by,
                clock.now(),
                expires);
        if (added == 0) {
            throw new Refused(LifeRefusal.PROPOSAL_WAITS);
        }
        auditing.note("proposed", "certificate", certificate, ground.act() + " " + ground.code());
        return id;
    }

    /** Another officer says no, with a reason; whoever proposed it may take it back in the same way. */
    @Transactional
    public void decline(UUID id, String reason, String by) {
        Proposal proposal = proposals.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        close(proposal, "DECLINED", Field.reason(reason), by);
    }

    /** @throws Refused OWN_PROPOSAL, PROPOSAL_EXPIRED, or PROPOSAL_CLOSED if it was decided meanwhile */
    @Transactional(Transactional.TxType.MANDATORY)
    void close(Proposal proposal, String decision, String note, String by) {
        if (decision.equals("CONFIRMED") && by.equals(proposal.proposedBy())) {
            throw new Refused(LifeRefusal.OWN_PROPOSAL);
        }
        if (proposal.decision() == null && !proposal.waitsOn(clock.today())) {
            throw new Refused(LifeRefusal.PROPOSAL_EXPIRED);
        }
        if (sql.update(CLOSE, decision, by, clock.now(), note, proposal.id()) == 0) {
            throw new Refused(LifeRefusal.PROPOSAL_CLOSED);
        }
        auditing.note(
                decision.toLowerCase(java.util.Locale.ROOT),
                "certificate",
                proposal.certificate(),
                "proposal " + proposal.id());
    }
}
