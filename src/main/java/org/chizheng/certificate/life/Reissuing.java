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
import org.chizheng.certificate.Standings;
import org.chizheng.certificate.rule.Standing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.people.Renaming;
import org.chizheng.regulation.Policies;

/** Issues a certificate anew after its holder has taken another name. The old one is superseded from that day on, and still verifies as such under the old name. */
@ApplicationScoped
public class Reissuing {
    private final Certificates certificates;
    private final CertificateEvents events;
    private final Standings standings;
    private final Renaming renaming;
    private final Issuing issuing;
    private final Policies policies;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Reissuing(
            Certificates certificates,
            CertificateEvents events,
            Standings standings,
            Renaming renaming,
            Issuing issuing,
            Policies policies,
            OfficialClock clock,
            Auditing auditing) {
        this.certificates = certificates;
        this.events = events;
        this.standings = standings;
        this.renaming = renaming;
        this.issuing = issuing;
        this.policies = policies;
        this.clock = clock;
        this.auditing = auditing;
    }

    /**
     * @param document number of the paper that says so
     * @return the new certificate
     * @throws Refused ENDED, ALREADY_SUSPENDED, EXPIRED, or NAME_SAME if the certificate bears the name already
     */
    @Transactional
    public UUID reissue(UUID id, String name, String document, String by) {
        events.lock();
        CertificateView old = certificates.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        LocalDate today = clock.today();
        mustRun(old, today);
        String paper = Field.document(document);
        String now = renaming.rename(old.personId(), name, paper, by);
        if (now.equals(old.holderName())) {
            throw new Refused(LifeRefusal.NAME_SAME);
        }
        LocalDate from = today.isBefore(old.validFrom()) ? old.validFrom() : today;
        UUID issued = issuing.issue(
                IssueOrder.renaming(old, policies.byId(old.policy()), from, standings.reviewDue(today, old)));
        events.append(
                id,
                new CertificateEvents.Told(
                        "SUPERSEDED", today, "NAME_CHANGED", "", null, paper, old.policy(), by, null, null, null));
        auditing.note("reissued", "certificate", id, "by " + issued);
        return issued;
    }

    private void mustRun(CertificateView old, LocalDate today) {
        if (old.events().stream().anyMatch(event -> Standing.ENDS.contains(event.kind()))) {
            throw new Refused(LifeRefusal.ENDED);
        }
        if (Standing.isSuspended(old.events())) {
            throw new Refused(LifeRefusal.ALREADY_SUSPENDED);
        }
        if (today.isAfter(old.validTo())) {
            throw new Refused(LifeRefusal.EXPIRED);
        }
    }
}
