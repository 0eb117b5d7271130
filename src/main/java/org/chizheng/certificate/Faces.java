package org.chizheng.certificate;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.certificate.document.Typefaces;
import org.chizheng.certificate.rule.DocumentIdentifier;
import org.chizheng.certificate.status.Placing;
import org.chizheng.certificate.token.Claim;
import org.chizheng.certificate.token.Claiming;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sealer;
import org.chizheng.people.Person;
import org.chizheng.people.rule.Masking;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.workforce.Enterprises;

/** What a new certificate says: on its face to readers, in its QR code to whoever checks it. */
@ApplicationScoped
class Faces {
    private static final int FIRST_VERSION = 1;
    private final Qualifications qualifications;
    private final Enterprises enterprises;
    private final Placing placing;
    private final Claiming claiming;
    private final ChizhengConfig config;
    private final DocumentConfig documents;
    private final Sealer sealer;
    private final OfficialClock clock;

    Faces(
            Qualifications qualifications,
            Enterprises enterprises,
            Placing placing,
            Claiming claiming,
            ChizhengConfig config,
            DocumentConfig documents,
            Sealer sealer,
            OfficialClock clock) {
        this.qualifications = qualifications;
        this.enterprises = enterprises;
        this.placing = placing;
        this.claiming = claiming;
        this.config = config;
        this.documents = documents;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** Gives the certificate its place in a status list and its signed claim, within the transaction that issues it. */
    CertificateFace face(UUID id, Person person, IssueOrder order, String code, String fileNumber) {
        QualificationView q = qualifications.get(order.qualification());
        String idNumber = person.idNumber(sealer);
        boolean operator = "OPERATOR".equals(q.postCategory());
        DocumentKind kind = operator ? DocumentKind.OPERATOR : DocumentKind.MANAGER;
        return new CertificateFace(
                kind,
                q.documentZh(),
                q.documentEn(),
                person.name(),
                person.isMale(),
                person.photo(sealer),
                idNumber,
                operator ? "T" + idNumber : fileNumber,
                q.categoryZh(),
                q.categoryEn(),
                operator ? q.itemZh() : q.zh(),
                q.itemEn(),
                employer(person.id()),
                order.firstIssuedOn(),
                order.validFrom(),
                order.validTo(),
                order.reviewDue(),
                config.issuerZh(),
                config.issuerEn(),
                fileNumber,
                identifier(kind, fileNumber),
                code,
                claiming.give(id, claim(id, person.name(), idNumber, kind, order, code)),
                clock.now(),
                config.demo());
    }

    private Claim claim(UUID id, String name, String idNumber, DocumentKind kind, IssueOrder order, String code) {
        Placing.Place place = placing.place(id);
        return new Claim(
                code,
                name,
                Masking.idNumber(idNumber),
                order.qualification(),
                kind.name(),
                order.firstIssuedOn(),
                order.validFrom(),
                order.validTo(),
                order.reviewDue(),
                place.list(),
                place.index(),
                clock.now().truncatedTo(ChronoUnit.SECONDS),
                config.issuerLetters());
    }

    /** None is made up: without the codes that the authority was given, the document carries no identifier. */
    private String identifier(DocumentKind kind, String fileNumber) {
        Optional<String> type = kind == DocumentKind.OPERATOR ? documents.operatorType() : documents.managerType();
        return type.isPresent() && documents.issuerCode().isPresent()
                ? DocumentIdentifier.of(type.get(), documents.issuerCode().get(), fileNumber, FIRST_VERSION)
                : null;
    }

    /** A firm whose name was entered before names were checked may have a character that cannot be printed; the certificate does without it then. */
    private String employer(UUID person) {
        return enterprises
                .employerOf(person, clock.today())
                .filter(name -> Typefaces.unprintable(name).isEmpty())
                .orElse(null);
    }
}
