package org.chizheng.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.application.rule.Applicant;
import org.chizheng.application.rule.Education;
import org.chizheng.application.rule.EligibilityRule;
import org.chizheng.application.rule.Kind;
import org.chizheng.application.rule.Limits;
import org.chizheng.application.rule.Objection;
import org.chizheng.people.Person;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.rule.PolicyTerm;
import org.chizheng.regulation.rule.PolicyTerms;

/** The one place that asks whether somebody may be examined: rules by name, each with its article. */
@ApplicationScoped
public class Objections {
    private final Applicants applicants;
    private final Policies policies;
    private final HealthConditions conditions;
    private final OccupationBans bans;

    public Objections(Applicants applicants, Policies policies, HealthConditions conditions, OccupationBans bans) {
        this.applicants = applicants;
        this.policies = policies;
        this.conditions = conditions;
        this.bans = bans;
    }

    /**
     * Everything that stands against an application, by the policy of its day. Attempts are those of the sitting's day, which nobody knows yet: they stand against it only when
     * neither today's policy nor that of the last day on which the examination must be held leaves one.
     */
    public List<ObjectionView> against(Person person, Asked asked, LocalDate applied) {
        PolicyTerms policy = policies.inForce(asked.qualification(), applied);
        LocalDate last = applied.plusDays(policy.number(PolicyTerm.ORGANISE_DAYS));
        int attempts = most(attempts(policy), attempts(policies.inForce(asked.qualification(), last)));
        Limits limits = limits(policy, attempts, asked.kind());
        Applicant who = applicants.of(person, asked, policy, applied, since(policy, applied));
        return EligibilityRule.all(who, limits, asked.kind(), applied).stream()
                .map(objection ->
                        ObjectionView.of(objection, article(objection.rule(), person, asked, policy, applied)))
                .toList();
    }

    /**
     * What keeps a person from being enrolled in a session, whether or not there is an application.
     *
     * @param sat day of the session, whose policy decides on attempts
     */
    public Optional<EligibilityRule> atEnrolment(
            Person person, String qualification, LocalDate applied, LocalDate sat) {
        PolicyTerms policy = policies.inForce(qualification, applied);
        PolicyTerms retakes = policies.inForce(qualification, sat);
        Asked asked = new Asked(qualification, Kind.INITIAL, Education.MASTER, 0, null);
        Applicant who = applicants.of(person, asked, policy, applied, since(retakes, sat));
        return EligibilityRule.all(who, limits(policy, attempts(retakes), Kind.INITIAL), Kind.INITIAL, applied).stream()
                .map(Objection::rule)
                .filter(EligibilityRule::isAskedAtEnrolment)
                .findFirst();
    }

    private static LocalDate since(PolicyTerms policy, LocalDate day) {
        return day.minusMonths(policy.number(PolicyTerm.THEORY_VALID_MONTHS));
    }

    private static int most(int one, int other) {
        return one == Limits.UNLIMITED || other == Limits.UNLIMITED ? Limits.UNLIMITED : Math.max(one, other);
    }

    private static int attempts(PolicyTerms policy) {
        return number(policy, PolicyTerm.THEORY_ATTEMPTS);
    }

    private static int number(PolicyTerms policy, PolicyTerm term) {
        return "UNLIMITED".equals(policy.text(term)) ? Limits.UNLIMITED : policy.number(term);
    }

    private Limits limits(PolicyTerms policy, int attempts, Kind kind) {
        return new Limits(
                policy.number(PolicyTerm.MIN_AGE),
                Education.valueOf(policy.text(PolicyTerm.EDUCATION_MIN)),
                policy.number(hours(kind)),
                !conditions.of(policy.id()).isEmpty(),
                !policy.isTheoryOnly(),
                policy.number(PolicyTerm.THEORY_VALID_MONTHS),
                attempts,
                number(policy, PolicyTerm.PRACTICAL_ATTEMPTS),
                policy.number(PolicyTerm.ATTEMPT_INTERVAL_DAYS),
                policy.number(PolicyTerm.RENEWAL_WINDOW_DAYS));
    }

    private static PolicyTerm hours(Kind kind) {
        return kind == Kind.RENEWAL ? PolicyTerm.RENEWAL_HOURS : PolicyTerm.INITIAL_HOURS;
    }

    private String article(EligibilityRule rule, Person person, Asked asked, PolicyTerms policy, LocalDate applied) {
        if (rule == EligibilityRule.BARRED) {
            return bans.against(person.id(), asked.qualification(), applied).orElse("");
        }
        return article(rule, policy.id(), asked.kind());
    }

    /** Where a rule is written in a policy; empty where it does not know it. */
    String article(EligibilityRule rule, String policy, Kind kind) {
        PolicyTerm term =
                rule == EligibilityRule.TRAINING ? hours(kind) : rule.term().orElse(null);
        return term == null ? conditions.article(policy).orElse("") : policies.article(policy, term);
    }
}
