package org.chizheng.certificate.life;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.certificate.CertificateEvents;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Standings;
import org.chizheng.certificate.rule.Renewal;
import org.chizheng.certificate.rule.Renewal.Condition;
import org.chizheng.certificate.rule.Standing;
import org.chizheng.common.Refused;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/** The conditions of renewal and of review, each with whether it is met, where it is written, and what would meet it. */
@ApplicationScoped
public class Requirements {
    private final Policies policies;
    private final Standings standings;
    private final CertificateEvents events;
    private final org.chizheng.record.Standing record;

    public Requirements(
            Policies policies, Standings standings, CertificateEvents events, org.chizheng.record.Standing record) {
        this.policies = policies;
        this.standings = standings;
        this.events = events;
        this.record = record;
    }

    /** What is brought along. healthOn may be null. */
    public record Brought(LocalDate healthOn, int hours) {}

    /**
     * A condition as it is shown.
     *
     * @param article where it is written
     * @param value the number or date that it asks for, as text
     */
    public record Line(Condition condition, boolean met, String article, String value) {
        Refused refusal() {
            return new Refused(LifeRefusal.valueOf("RENEWAL_" + condition), article, value);
        }
    }

    /** By the policy of that day. */
    public List<Line> ofRenewal(CertificateView certificate, Brought brought, LocalDate day) {
        PolicyTerms policy = policies.inForce(certificate.qualification(), day);
        int window = policy.number(PolicyTerm.RENEWAL_WINDOW_DAYS);
        return lines(certificate, certificate.validTo(), window, policy, brought, day);
    }

    /** By the policy of issue, which set the review. A late one is held as long as the certificate runs: the review is the cure of being overdue. */
    public List<Line> ofReview(CertificateView certificate, LocalDate due, Brought brought, LocalDate day) {
        PolicyTerms policy = policies.byId(certificate.policy());
        int window = policy.number(PolicyTerm.REVIEW_WINDOW_DAYS);
        return lines(certificate, due, window, policy, brought, day).stream()
                .filter(line -> line.condition() != Condition.NO_REVIEW_OVERDUE
                        && (line.condition() != Condition.NOT_EXPIRED || day.isAfter(certificate.validTo())))
                .toList();
    }

    private List<Line> lines(
            CertificateView certificate,
            LocalDate last,
            int window,
            PolicyTerms policy,
            Brought brought,
            LocalDate day) {
        LocalDate since = day.minusMonths(policy.number(PolicyTerm.THEORY_VALID_MONTHS));
        Renewal.Case facts = new Renewal.Case(
                decided(day, certificate),
                last,
                brought.healthOn(),
                brought.hours(),
                record.hasPassedTheory(
                        certificate.personId(),
                        certificate.qualification(),
                        since.isAfter(certificate.validFrom())
                                ? since
                                : certificate.validFrom().plusDays(1),
                        day));
        Renewal.Terms terms = new Renewal.Terms(
                window,
                policy.number(PolicyTerm.RENEWAL_HEALTH_DAYS),
                policy.number(PolicyTerm.RENEWAL_HOURS),
                "YES".equals(policy.text(PolicyTerm.RENEWAL_EXAM)));
        return Renewal.check(day, facts, terms).stream()
                .map(line -> shown(line, certificate, last, terms, policy))
                .toList();
    }

    /** As if what was decided for later held already: nobody renews what is to end. */
    private Standing decided(LocalDate day, CertificateView certificate) {
        for (String end : Standing.ENDS) {
            if (certificate.events().stream().anyMatch(event -> event.kind().equals(end))) {
                return Standing.valueOf(end);
            }
        }
        return Standing.isSuspended(certificate.events()) ? Standing.SUSPENDED : standings.on(day, certificate);
    }

    private Line shown(
            Renewal.Line line, CertificateView certificate, LocalDate last, Renewal.Terms terms, PolicyTerms policy) {
        return switch (line.condition()) {
            case NOT_ENDED, NOT_SUSPENDED -> line(line, lastArticle(certificate), "");
            case NO_REVIEW_OVERDUE -> line(line, policies.article(certificate.policy(), PolicyTerm.REVIEW_YEARS), "");
            case WINDOW_OPEN ->
                line(
                        line,
                        policies.article(policy.id(), PolicyTerm.RENEWAL_WINDOW_DAYS),
                        Renewal.opens(last, terms.windowDays()));
            case NOT_EXPIRED -> line(line, policies.article(policy.id(), PolicyTerm.CERTIFICATE_YEARS), last);
            case HEALTHY ->
                line(line, policies.article(policy.id(), PolicyTerm.RENEWAL_HEALTH_DAYS), terms.healthDays());
            case TRAINED -> line(line, policies.article(policy.id(), PolicyTerm.RENEWAL_HOURS), terms.hours());
            case EXAMINED ->
                line(
                        line,
                        policies.article(policy.id(), PolicyTerm.RENEWAL_EXAM),
                        policy.number(PolicyTerm.THEORY_VALID_MONTHS));
        };
    }

    private static Line line(Renewal.Line line, String article, Object value) {
        return new Line(line.condition(), line.met(), article, value.toString());
    }

    /** What the last decision on the certificate rests on. */
    private String lastArticle(CertificateView certificate) {
        return events.told(certificate.id()).stream()
                .map(CertificateEvents.Told::article)
                .filter(article -> article != null && !article.isEmpty())
                .reduce((earlier, later) -> later)
                .orElse("–");
    }

    /** @throws Refused by the first condition that is not met */
    static void mustAllBeMet(List<Line> lines) {
        lines.stream().filter(line -> !line.met()).findFirst().ifPresent(line -> {
            throw line.refusal();
        });
    }
}
