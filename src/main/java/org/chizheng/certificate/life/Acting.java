package org.chizheng.certificate.life;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.certificate.CertificateEvents;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.rule.Act;
import org.chizheng.certificate.rule.Validity;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.record.Recording;
import org.chizheng.regulation.Policies;

/**
 * Suspends, reinstates, revokes, withdraws and cancels certificates, on a ground that the law of the day knows. Where the ground is severe the act is proposed, and done
 * when another officer confirms it. An act holds for all certificates that follow one another by renewal, as far as they run.
 */
@ApplicationScoped
public class Acting {
    private static final int FURTHEST_DAYS = 366;
    private final Certificates certificates;
    private final CertificateEvents events;
    private final Grounds grounds;
    private final Proposals proposals;
    private final Proposing proposing;
    private final Policies policies;
    private final Recording recording;
    private final OfficialClock clock;
    private final Auditing auditing;

    public Acting(
            Certificates certificates,
            CertificateEvents events,
            Grounds grounds,
            Proposals proposals,
            Proposing proposing,
            Policies policies,
            Recording recording,
            OfficialClock clock,
            Auditing auditing) {
        this.certificates = certificates;
        this.events = events;
        this.grounds = grounds;
        this.proposals = proposals;
        this.proposing = proposing;
        this.policies = policies;
        this.recording = recording;
        this.clock = clock;
        this.auditing = auditing;
    }

    /** Whose decision it was, in whose hands. */
    private record Decision(
            Ground ground, LocalDate effectiveOn, String reason, String document, String by, String second) {}

    /**
     * Does it, or proposes it where the ground is severe.
     *
     * @return the proposal that another officer must confirm; empty when it is done
     */
    @Transactional
    public Optional<UUID> act(UUID id, ActForm form, String by) {
        events.lock();
        CertificateView certificate = find(id);
        Act act = Arrays.stream(Act.values())
                .filter(a -> a.name().equals(form.act()))
                .findFirst()
                .orElseThrow(() -> new Refused(LifeRefusal.ACT_UNKNOWN));
        Ground ground = ground(certificate, act, form.ground());
        Decision decision = new Decision(
                ground,
                day(form.effectiveOn()),
                Field.reason(form.reason()),
                Field.document(form.document()),
                by,
                null);
        mustBeAllowed(certificate, decision);
        if (ground.severe()) {
            return Optional.of(
                    proposing.propose(id, ground, decision.effectiveOn(), decision.reason(), decision.document(), by));
        }
        apply(certificate, decision);
        return Optional.empty();
    }

    /**
     * Does what another officer proposed; its effect begins today, where its day has passed meanwhile.
     *
     * @throws Refused OWN_PROPOSAL, PROPOSAL_CLOSED, PROPOSAL_EXPIRED, or what stands against the act by now
     */
    @Transactional
    public void confirm(UUID id, String by) {
        events.lock();
        Proposal proposal = proposals.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        CertificateView certificate = find(proposal.certificate());
        proposing.close(proposal, "CONFIRMED", "", by);
        LocalDate today = clock.today();
        LocalDate from = proposal.effectiveOn().isBefore(today) ? today : proposal.effectiveOn();
        Decision decision = new Decision(
                ground(certificate, proposal.act(), proposal.ground()),
                from,
                proposal.reason(),
                proposal.document(),
                proposal.proposedBy(),
                by);
        mustBeAllowed(certificate, decision);
        apply(certificate, decision);
    }

    private CertificateView find(UUID id) {
        return certificates.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** By the policy in force today: a proposal whose ground the law has dropped meanwhile must be made anew. */
    private Ground ground(CertificateView certificate, Act act, String code) {
        LocalDate today = clock.today();
        String policy = policies.inForce(certificate.qualification(), today).id();
        return grounds.find(policy, act, code, today).orElseThrow(() -> new Refused(LifeRefusal.GROUND_UNKNOWN));
    }

    private LocalDate day(String text) {
        LocalDate today = clock.today();
        LocalDate day = Field.date(text);
        if (day != null && (day.isBefore(today) || day.isAfter(today.plusDays(FURTHEST_DAYS)))) {
            throw new Refused(LifeRefusal.DATE_INVALID);
        }
        return day == null ? today : day;
    }

    private static void mustBeAllowed(CertificateView certificate, Decision decision) {
        decision.ground()
                .act()
                .objection(decision.effectiveOn(), certificate.validTo(), certificate.events())
                .ifPresent(rule -> {
                    throw new Refused(LifeRefusal.valueOf(rule));
                });
    }

    private void apply(CertificateView certificate, Decision decision) {
        Act act = decision.ground().act();
        for (CertificateView one : certificates.line(certificate.id())) {
            boolean runs = !one.validTo().isBefore(decision.effectiveOn());
            boolean itself = one.id().equals(certificate.id());
            if ((itself || runs)
                    && act.objection(decision.effectiveOn(), one.validTo(), one.events())
                            .isEmpty()) {
                UUID event = append(one, decision);
                if (itself && decision.ground().banYears() > 0) {
                    ban(one, decision, event);
                }
            }
        }
    }

    private UUID append(CertificateView certificate, Decision decision) {
        Ground ground = decision.ground();
        UUID event = events.append(
                certificate.id(),
                new CertificateEvents.Told(
                        ground.act().kind(),
                        decision.effectiveOn(),
                        ground.code(),
                        decision.reason(),
                        ground.article(),
                        decision.document(),
                        ground.policy(),
                        decision.by(),
                        decision.second(),
                        null,
                        null));
        auditing.note(
                ground.act().kind().toLowerCase(java.util.Locale.ROOT),
                "certificate",
                certificate.id(),
                ground.code() + " from " + decision.effectiveOn());
        return event;
    }

    private void ban(CertificateView certificate, Decision decision, UUID event) {
        recording.add(
                certificate.personId(),
                certificate.qualification(),
                "BAN",
                decision.effectiveOn(),
                Validity.lastDay(decision.effectiveOn(), decision.ground().banYears()),
                event,
                decision.ground().policy());
        auditing.note(
                "banned", "person", certificate.personId(), decision.ground().banYears() + " years");
    }
}
