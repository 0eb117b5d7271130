package org.chizheng.certificate.life;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.certificate.CertificateEvents;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.IssueOrder;
import org.chizheng.certificate.Issuing;
import org.chizheng.certificate.rule.Renewal;
import org.chizheng.certificate.rule.Renewal.Condition;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/**
 * Renewal 换证: asked for by the holder, or by an officer for the holder, under the policy of that day; decided by an officer. The new certificate has the validity of the
 * policy of its issue; the old one is superseded on the day on which the new one begins.
 */
@ApplicationScoped
public class Renewing {
    private static final String INSERT = """
            INSERT INTO certificate_renewal (id, certificate_id, policy, asked_by, asked_by_holder, asked_at, health_on, hours, training_document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (certificate_id) WHERE decision IS NULL DO NOTHING""";
    private static final String DECIDE = """
            UPDATE certificate_renewal SET decision = ?, decided_by = ?, decided_at = ?, decision_note = ? WHERE id = ? AND decision IS NULL""";
    private final Certificates certificates;
    private final CertificateEvents events;
    private final Requirements requirements;
    private final Renewals renewals;
    private final Issuing issuing;
    private final Policies policies;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public Renewing(
            Certificates certificates,
            CertificateEvents events,
            Requirements requirements,
            Renewals renewals,
            Issuing issuing,
            Policies policies,
            OfficialClock clock,
            Sql sql,
            Auditing auditing) {
        this.certificates = certificates;
        this.events = events;
        this.requirements = requirements;
        this.renewals = renewals;
        this.issuing = issuing;
        this.policies = policies;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * @param byHolder whether the holder asks, else an officer for the holder
     * @throws Refused RENEWAL_… by the first condition that is not met, or RENEWAL_WAITS
     */
    @Transactional
    public UUID ask(UUID id, RenewalForm form, boolean byHolder, String by) {
        CertificateView certificate = certificates.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        LocalDate today = clock.today();
        Requirements.Brought brought = new Requirements.Brought(Field.date(form.healthOn()), Field.hours(form.hours()));
        Requirements.mustAllBeMet(requirements.ofRenewal(certificate, brought, today));
        String policy = policies.inForce(certificate.qualification(), today).id();
        String training = form.training().isEmpty() ? "" : Field.document(form.training());
        UUID renewal = Ids.next();
        int added = sql.update(
                INSERT, renewal, id, policy, by, byHolder, clock.now(), brought.healthOn(), brought.hours(), training);
        if (added == 0) {
            throw new Refused(LifeRefusal.RENEWAL_WAITS);
        }
        auditing.note("asked for renewal", "certificate", id, policy);
        return renewal;
    }

    /**
     * What was asked for in time may be granted later; what ended or was suspended meanwhile is not renewed.
     *
     * @return the new certificate
     */
    @Transactional
    public UUID grant(UUID id, String by) {
        events.lock();
        RenewalView renewal = decide(id, "GRANTED", "", by);
        CertificateView old = certificates.find(renewal.certificate()).orElseThrow();
        LocalDate today = clock.today();
        requirements.ofRenewal(old, new Requirements.Brought(renewal.healthOn(), renewal.hours()), today).stream()
                .filter(line -> line.condition() == Condition.NOT_ENDED || line.condition() == Condition.NOT_SUSPENDED)
                .filter(line -> !line.met())
                .findFirst()
                .ifPresent(line -> {
                    throw line.refusal();
                });
        PolicyTerms policy = policies.inForce(old.qualification(), today);
        boolean afterOld = "AFTER_OLD".equals(policy.text(PolicyTerm.RENEWAL_START));
        LocalDate from = Renewal.begins(today, old.validTo(), afterOld);
        UUID issued = issuing.issue(IssueOrder.renewing(old, policy, from));
        String article = policies.article(policy.id(), PolicyTerm.RENEWAL_WINDOW_DAYS);
        events.append(
                old.id(),
                new CertificateEvents.Told(
                        "SUPERSEDED", from, "RENEWED", "", article, null, policy.id(), by, null, null, null));
        auditing.note("renewed", "certificate", old.id(), "by " + issued + " from " + from);
        return issued;
    }

    @Transactional
    public void refuse(UUID id, String reason, String by) {
        RenewalView renewal = decide(id, "REFUSED", Field.reason(reason), by);
        auditing.note("refused renewal", "certificate", renewal.certificate(), "");
    }

    private RenewalView decide(UUID id, String decision, String note, String by) {
        RenewalView renewal = renewals.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (sql.update(DECIDE, decision, by, clock.now(), note, id) == 0) {
            throw new Refused(LifeRefusal.RENEWAL_CLOSED);
        }
        return renewal;
    }
}
