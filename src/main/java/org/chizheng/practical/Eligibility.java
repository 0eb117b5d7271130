package org.chizheng.practical;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Refused;
import org.chizheng.practical.rule.Admittance;
import org.chizheng.record.Standing;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/** Whether a person may take a practical on a day, by the record and the policy of that day: the theory passed and still valid, attempts left on that pass. */
@ApplicationScoped
class Eligibility {
    private final Standing standing;
    private final Policies policies;

    Eligibility(Standing standing, Policies policies) {
        this.standing = standing;
        this.policies = policies;
    }

    /** The newest pass of the theory that is valid on a day. */
    Optional<LocalDate> theory(UUID person, String qualification, PolicyTerms policy, LocalDate on) {
        LocalDate since = on.minusMonths(policy.number(PolicyTerm.THEORY_VALID_MONTHS));
        return standing.lastTheoryPass(person, qualification, since, on);
    }

    /** The rule that stands against it, with its article, or nothing. */
    Optional<Refused> objection(UUID person, String qualification, PolicyTerms policy, LocalDate on) {
        LocalDate passed = theory(person, qualification, policy, on).orElse(null);
        Admittance.Applicant applicant = new Admittance.Applicant(
                standing.isBanned(person, on),
                passed != null,
                passed != null && standing.practicals(person, qualification, passed, true) > 0,
                passed == null ? 0 : standing.practicals(person, qualification, passed, false));
        return Admittance.objection(applicant, policy.number(PolicyTerm.PRACTICAL_ATTEMPTS))
                .map(rule -> {
                    PolicyTerm term = rule.equals("ATTEMPTS_USED")
                            ? PolicyTerm.PRACTICAL_ATTEMPTS
                            : PolicyTerm.THEORY_VALID_MONTHS;
                    return new Refused(
                            PracticalRefusal.valueOf(rule), policies.article(policy.id(), term), policy.number(term));
                });
    }
}
