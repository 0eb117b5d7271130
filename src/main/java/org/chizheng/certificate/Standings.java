package org.chizheng.certificate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.certificate.rule.Reviews;
import org.chizheng.certificate.rule.Standing;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/** What a certificate is on a day, by the policy that it was issued under. */
@ApplicationScoped
public class Standings {
    private final Policies policies;

    public Standings(Policies policies) {
        this.policies = policies;
    }

    public Standing on(LocalDate day, CertificateView certificate) {
        return on(day, certificate, policies.byId(certificate.policy()));
    }

    private static Standing on(LocalDate day, CertificateView certificate, PolicyTerms policy) {
        return Standing.on(
                day,
                new Standing.Facts(
                        certificate.validFrom(),
                        certificate.validTo(),
                        reviews(certificate, policy),
                        policy.number(PolicyTerm.EXPIRING_DAYS),
                        certificate.events()));
    }

    /** Last day for the review that comes next, null when none does. */
    public LocalDate reviewDue(LocalDate day, CertificateView certificate) {
        return reviewDue(day, certificate, policies.byId(certificate.policy()));
    }

    private static LocalDate reviewDue(LocalDate day, CertificateView certificate, PolicyTerms policy) {
        return reviews(certificate, policy)
                .dueOn(certificate.events().stream()
                        .filter(event -> !event.effectiveOn().isAfter(day))
                        .toList());
    }

    private static Reviews reviews(CertificateView certificate, PolicyTerms policy) {
        String until = policy.text(PolicyTerm.REVIEW_UNTIL);
        return new Reviews(
                certificate.reviewDue(),
                "NONE".equals(until) ? null : LocalDate.parse(until),
                policy.number(PolicyTerm.REVIEW_WINDOW_DAYS));
    }

    /**
     * A certificate with what it is on the day that is asked about.
     *
     * @param reviewDue null when no review comes
     * @param daysLeft until its last valid day, that not counted; negative afterwards
     */
    public record Shown(CertificateView certificate, Standing standing, LocalDate reviewDue, long daysLeft) {
        /** The colour of its badge. */
        public String badge() {
            return switch (standing) {
                case VALID -> "badge-ok";
                case EXPIRING, REVIEW_DUE, NOT_YET_VALID -> "badge-warn";
                case SUPERSEDED -> "";
                default -> "badge-bad";
            };
        }
    }

    public Shown shown(LocalDate day, CertificateView certificate) {
        return shown(day, List.of(certificate)).get(0);
    }

    /** Each policy is read once. */
    public List<Shown> shown(LocalDate day, List<CertificateView> certificates) {
        Map<String, PolicyTerms> read = new HashMap<>();
        return certificates.stream()
                .map(certificate -> {
                    PolicyTerms policy = read.computeIfAbsent(certificate.policy(), policies::byId);
                    return new Shown(
                            certificate,
                            on(day, certificate, policy),
                            reviewDue(day, certificate, policy),
                            ChronoUnit.DAYS.between(day, certificate.validTo()));
                })
                .toList();
    }
}
