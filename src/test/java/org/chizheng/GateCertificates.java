package org.chizheng;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.status.Placing;
import org.chizheng.certificate.status.StatusKeeping;
import org.chizheng.certificate.status.StatusSigning;
import org.chizheng.certificate.token.Claim;
import org.chizheng.certificate.token.Claiming;
import org.chizheng.common.OfficialClock;
import org.chizheng.people.rule.Masking;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Certificates as they come to a gate: with the code that is printed on them, and with what the status list says of them. */
@ApplicationScoped
public class GateCertificates {
    static final String QUALIFICATION = "operator-low-voltage-electrical";
    private final Certified certified;
    private final Workplace workplace;
    private final Certificates certificates;
    private final Placing placing;
    private final Claiming claiming;
    private final StatusKeeping keeping;
    private final StatusSigning signing;
    private final OfficialClock clock;

    public GateCertificates(
            Certified certified,
            Workplace workplace,
            Certificates certificates,
            Placing placing,
            Claiming claiming,
            StatusKeeping keeping,
            StatusSigning signing,
            OfficialClock clock) {
        this.certified = certified;
        this.workplace = workplace;
        this.certificates = certificates;
        this.placing = placing;
        this.claiming = claiming;
        this.keeping = keeping;
        this.signing = signing;
        this.clock = clock;
    }

    /** @param qr text of the code */
    public record Carried(UUID id, String code, String qr, int index) {}

    /** Valid since three years and for so many days from today on. */
    public Carried valid(int days) {
        LocalDate today = clock.today();
        return issue(today.minusYears(3), today.plusDays(days), null);
    }

    public Carried issue(LocalDate from, LocalDate to, LocalDate review) {
        Workplace.Someone holder = workplace.someone();
        UUID id = certified.issue(holder, QUALIFICATION, from, to);
        CertificateView view = certificates.find(id).orElseThrow();
        return QuarkusTransaction.requiringNew().call(() -> {
            Placing.Place place = placing.place(id);
            Claim claim = new Claim(
                    view.code(),
                    holder.name(),
                    Masking.idNumber(holder.idNumber()),
                    QUALIFICATION,
                    "OPERATOR",
                    from,
                    from,
                    to,
                    review,
                    place.list(),
                    place.index(),
                    clock.now().truncatedTo(ChronoUnit.SECONDS),
                    "JS");
            return new Carried(id, view.code(), claiming.give(id, claim), place.index());
        });
    }

    /** REVOKED, SUSPENDED or SUPERSEDED since yesterday. */
    public Carried after(String kind) {
        Carried carried = valid(900);
        certified.event(carried.id(), kind, clock.today().minusDays(1));
        return carried;
    }

    /** Brings all of it into the lists that are published. */
    public void publish() {
        keeping.keepUp();
        signing.sign();
    }
}
