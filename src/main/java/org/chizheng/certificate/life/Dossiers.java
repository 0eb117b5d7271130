package org.chizheng.certificate.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.certificate.CertificateEvents;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.Standings;
import org.chizheng.certificate.rule.Act;
import org.chizheng.certificate.rule.Standing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.Persons;
import org.chizheng.regulation.Policies;

/** Puts together what stands about a certificate. */
@ApplicationScoped
public class Dossiers {
    private static final Requirements.Brought NOTHING = new Requirements.Brought(null, 0);
    private final Certificates certificates;
    private final CertificateEvents events;
    private final Standings standings;
    private final Persons persons;
    private final Policies policies;
    private final Grounds grounds;
    private final Proposals proposals;
    private final Renewals renewals;
    private final Requirements requirements;
    private final ForeignCertificates foreign;

    public Dossiers(
            Certificates certificates,
            CertificateEvents events,
            Standings standings,
            Persons persons,
            Policies policies,
            Grounds grounds,
            Proposals proposals,
            Renewals renewals,
            Requirements requirements,
            ForeignCertificates foreign) {
        this.certificates = certificates;
        this.events = events;
        this.standings = standings;
        this.persons = persons;
        this.policies = policies;
        this.grounds = grounds;
        this.proposals = proposals;
        this.renewals = renewals;
        this.requirements = requirements;
        this.foreign = foreign;
    }

    public Dossier of(UUID id, LocalDate today) {
        CertificateView certificate = certificates.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        Standings.Shown shown = standings.shown(today, certificate);
        boolean over = certificate.events().stream().anyMatch(event -> Standing.ENDS.contains(event.kind()));
        return new Dossier(
                shown,
                persons.findById(certificate.personId()).name(),
                events.told(id).stream().map(this::happened).toList(),
                certificates.line(id),
                choices(certificate, today),
                waiting(id, today).orElse(null),
                over ? List.of() : requirements.ofRenewal(certificate, NOTHING, today),
                renewals.of(id).stream().filter(RenewalView::waits).findFirst().orElse(null),
                over || shown.reviewDue() == null
                        ? List.of()
                        : requirements.ofReview(certificate, shown.reviewDue(), NOTHING, today),
                !over && !Standing.isSuspended(certificate.events()) && shown.daysLeft() >= 0,
                foreign.ofPerson(certificate.personId()),
                !certificates.cards(List.of(id)).isEmpty());
    }

    private Dossier.Happened happened(CertificateEvents.Told event) {
        Optional<Ground> ground =
                event.policy() == null ? Optional.empty() : named(event.policy(), event.ground(), event.effectiveOn());
        return new Dossier.Happened(
                event,
                ground.map(Ground::zh).orElse(null),
                ground.map(Ground::en).orElse(null));
    }

    private Optional<Ground> named(String policy, String code, LocalDate day) {
        return grounds.on(policy, day).stream()
                .filter(ground -> ground.code().equals(code))
                .findFirst();
    }

    private List<Dossier.Choice> choices(CertificateView certificate, LocalDate today) {
        List<Ground> known =
                grounds.on(policies.inForce(certificate.qualification(), today).id(), today);
        return Stream.of(Act.values())
                .filter(act -> act.objection(today, certificate.validTo(), certificate.events())
                        .isEmpty())
                .map(act -> new Dossier.Choice(
                        act,
                        known.stream().filter(ground -> ground.act() == act).toList()))
                .filter(choice -> !choice.grounds().isEmpty())
                .toList();
    }

    private Optional<Dossier.Named> waiting(UUID certificate, LocalDate today) {
        return proposals.of(certificate).stream()
                .filter(proposal -> proposal.waitsOn(today))
                .map(this::named)
                .findFirst();
    }

    /** A proposal with the words of its ground. */
    Dossier.Named named(Proposal proposal) {
        LocalDate day = org.chizheng.common.OfficialClock.dateOf(proposal.proposedAt());
        Ground ground = named(proposal.policy(), proposal.ground(), day).orElseThrow();
        return new Dossier.Named(proposal, ground.zh(), ground.en(), ground.article());
    }
}
