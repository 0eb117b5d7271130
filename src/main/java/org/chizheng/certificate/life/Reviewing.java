package org.chizheng.certificate.life;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.certificate.CertificateEvents;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.Standings;
import org.chizheng.certificate.rule.Reviews;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/** Enters a review 复审 of a certificate that was issued under a policy with reviews (Order 30), with the day of the next one. */
@ApplicationScoped
public class Reviewing {
    private final Certificates certificates;
    private final CertificateEvents events;
    private final Standings standings;
    private final Requirements requirements;
    private final Policies policies;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Reviewing(
            Certificates certificates,
            CertificateEvents events,
            Standings standings,
            Requirements requirements,
            Policies policies,
            OfficialClock clock,
            Auditing auditing) {
        this.certificates = certificates;
        this.events = events;
        this.standings = standings;
        this.requirements = requirements;
        this.policies = policies;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** @throws Refused REVIEW_NONE if none falls due, DATE_INVALID for a day to come or before the certificate, or the first condition that is not met */
    @Transactional
    public void enter(UUID id, ReviewForm form, String by) {
        events.lock();
        CertificateView certificate = certificates.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        LocalDate today = clock.today();
        LocalDate asked = Field.date(form.heldOn());
        LocalDate held = asked == null ? today : asked;
        if (held.isAfter(today) || held.isBefore(certificate.validFrom())) {
            throw new Refused(LifeRefusal.DATE_INVALID);
        }
        LocalDate due = standings.reviewDue(today, certificate);
        if (due == null) {
            throw new Refused(LifeRefusal.REVIEW_NONE, policies.article(certificate.policy(), PolicyTerm.REVIEW_UNTIL));
        }
        Requirements.Brought brought = new Requirements.Brought(
                Field.date(form.brought().healthOn()),
                Field.hours(form.brought().hours()));
        Requirements.mustAllBeMet(requirements.ofReview(certificate, due, brought, held));
        PolicyTerms policy = policies.byId(certificate.policy());
        int years = policy.number(form.longCycle() ? PolicyTerm.REVIEW_LONG_YEARS : PolicyTerm.REVIEW_YEARS);
        LocalDate next = Reviews.next(due.plusDays(1), years, certificate.validTo());
        events.append(
                id,
                new CertificateEvents.Told(
                        "REVIEWED",
                        held,
                        "REVIEWED",
                        form.brought().training(),
                        policies.article(policy.id(), PolicyTerm.REVIEW_YEARS),
                        Field.document(form.document()),
                        policy.id(),
                        by,
                        null,
                        next,
                        null));
        auditing.note("reviewed", "certificate", id, "held on " + held);
    }
}
