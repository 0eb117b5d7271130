package org.chizheng.verification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.certificate.CertificateView;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.people.Persons;
import org.chizheng.workforce.Enterprises;

/** Whom an employer may see in full: those who stand at one of its posts today. Each such look is noted in the audit log. */
@ApplicationScoped
class Unmasking {
    private final Enterprises enterprises;
    private final Persons persons;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Auditing auditing;

    Unmasking(Enterprises enterprises, Persons persons, Sealer sealer, OfficialClock clock, Auditing auditing) {
        this.enterprises = enterprises;
        this.persons = persons;
        this.sealer = sealer;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** What is shown unmasked. */
    record Holder(String idNumber) {}

    /** @return empty for strangers */
    @Transactional
    Optional<Holder> holder(CertificateView certificate, List<UUID> asking) {
        if (!enterprises.employs(asking, certificate.personId(), clock.today())) {
            return Optional.empty();
        }
        auditing.note("saw in full", "certificate", certificate.id(), "");
        return Optional.of(new Holder(persons.findById(certificate.personId()).idNumber(sealer)));
    }
}
