package org.chizheng.certificate.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.Standings;
import org.chizheng.certificate.rule.Renewal.Condition;
import org.chizheng.certificate.rule.Standing;

/** A holder's certificates, each with what it is today and what its holder does next. */
@ApplicationScoped
public class OwnCertificates {
    private static final Requirements.Brought NOTHING = new Requirements.Brought(null, 0);
    private final Certificates certificates;
    private final Standings standings;
    private final Requirements requirements;
    private final Renewals renewals;

    public OwnCertificates(
            Certificates certificates, Standings standings, Requirements requirements, Renewals renewals) {
        this.certificates = certificates;
        this.standings = standings;
        this.requirements = requirements;
        this.renewals = renewals;
    }

    /**
     * One certificate as its holder sees it.
     *
     * @param next what to do: a standing's name, RENEW when the window is open, or RENEWAL_WAITS
     * @param renewal the conditions of a renewal, empty when it is over or replaced
     * @param last the last application, or null
     * @param card whether it was issued as a card too
     */
    public record Own(
            Standings.Shown shown,
            String next,
            List<Requirements.Line> renewal,
            RenewalView last,
            LocalDate opens,
            boolean card) {
        public Own {
            renewal = List.copyOf(renewal);
        }

        public CertificateView certificate() {
            return shown.certificate();
        }

        /** Whether it can be asked for now; what is to be brought along stands in the form. */
        public boolean renewable() {
            return "RENEW".equals(next);
        }
    }

    public List<Own> of(UUID person, LocalDate today) {
        List<CertificateView> all = certificates.ofPerson(person);
        Set<UUID> cards =
                certificates.cards(all.stream().map(CertificateView::id).toList());
        return standings.shown(today, all).stream()
                .map(shown ->
                        own(shown, today, cards.contains(shown.certificate().id())))
                .toList();
    }

    private Own own(Standings.Shown shown, LocalDate today, boolean card) {
        CertificateView certificate = shown.certificate();
        boolean over = certificate.events().stream().anyMatch(event -> Standing.ENDS.contains(event.kind()));
        List<Requirements.Line> lines = over ? List.of() : requirements.ofRenewal(certificate, NOTHING, today);
        RenewalView last = renewals.of(certificate.id()).stream().findFirst().orElse(null);
        LocalDate opens = lines.stream()
                .filter(line -> line.condition() == Condition.WINDOW_OPEN)
                .map(line -> LocalDate.parse(line.value()))
                .findFirst()
                .orElse(null);
        return new Own(shown, next(shown, lines, last), lines, last, opens, card);
    }

    private static String next(Standings.Shown shown, List<Requirements.Line> lines, RenewalView last) {
        if (last != null && last.waits()) {
            return "RENEWAL_WAITS";
        }
        boolean open = !lines.isEmpty()
                && lines.stream()
                        .filter(line -> line.condition().compareTo(Condition.NOT_EXPIRED) <= 0
                                || line.condition() == Condition.EXAMINED)
                        .allMatch(Requirements.Line::met);
        return open ? "RENEW" : shown.standing().name();
    }
}
