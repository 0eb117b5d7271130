package org.chizheng.application.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.chizheng.application.rule.Applicant.Health;
import org.chizheng.regulation.rule.PolicyTerm;

/** Who may be examined, by the policy in force on the day of application: each rule by its name, with the term that it is written in. */
public enum EligibilityRule {
    TOO_YOUNG(PolicyTerm.MIN_AGE) {
        @Override
        Optional<Objection> against(Case c) {
            LocalDate old = c.who.birthDate().plusYears(c.limits.minAge());
            return objection(old.isAfter(c.applied), c.limits.minAge(), old);
        }
    },
    TOO_OLD(PolicyTerm.MAX_AGE) {
        @Override
        Optional<Objection> against(Case c) {
            LocalDate last = c.who.lastDay();
            return objection(last != null && c.applied.isAfter(last), String.valueOf(last));
        }
    },
    SCHOOLING(PolicyTerm.EDUCATION_MIN) {
        @Override
        Optional<Objection> against(Case c) {
            Education least = c.limits.education();
            return objection(!c.who.education().reaches(least), least, c.who.education());
        }
    },
    TRAINING(PolicyTerm.INITIAL_HOURS) {
        @Override
        Optional<Objection> against(Case c) {
            boolean asked = c.kind != Kind.RETAKE;
            return objection(asked && c.who.hours() < c.limits.hours(), c.limits.hours(), c.who.hours());
        }
    },
    HEALTH_UNDECLARED(null) {
        @Override
        Optional<Objection> against(Case c) {
            return objection(c.limits.healthAsked() && c.who.health() == Health.UNDECLARED);
        }
    },
    ILLNESS(null) {
        @Override
        Optional<Objection> against(Case c) {
            return objection(c.limits.healthAsked() && c.who.health() == Health.ILLNESS);
        }
    },
    THEORY_RUN_OUT(PolicyTerm.THEORY_VALID_MONTHS) {
        @Override
        Optional<Objection> against(Case c) {
            int months = c.limits.theoryMonths();
            boolean asked = c.kind == Kind.RETAKE && c.limits.practical();
            Object passed = c.who.theoryPassedOn() == null ? "–" : c.who.theoryPassedOn();
            return objection(asked && !c.theoryCounts(), months, passed);
        }
    },
    NO_ATTEMPT_LEFT(PolicyTerm.THEORY_ATTEMPTS) {
        @Override
        Optional<Objection> against(Case c) {
            boolean sits = c.kind == Kind.INITIAL || !c.limits.practical() && c.kind == Kind.RETAKE;
            return objection(
                    sits && !c.limits.leavesTheory(c.who.theoryFailures()),
                    c.limits.theoryAttempts(),
                    c.who.theoryFailures());
        }
    },
    NO_PRACTICAL_LEFT(PolicyTerm.PRACTICAL_ATTEMPTS) {
        @Override
        Optional<Objection> against(Case c) {
            boolean asked = c.kind == Kind.RETAKE && c.limits.practical() && c.theoryCounts();
            return objection(
                    asked && !c.limits.leavesPractical(c.who.practicalFailures()),
                    c.limits.practicalAttempts(),
                    c.who.practicalFailures());
        }
    },
    BANNED(PolicyTerm.FRAUD_BAN_YEARS) {
        @Override
        Optional<Objection> against(Case c) {
            return objection(c.who.banned());
        }
    },
    BARRED(null) {
        @Override
        Optional<Objection> against(Case c) {
            return objection(c.who.barred());
        }
    },
    CERTIFICATE_RUNS(PolicyTerm.RENEWAL_WINDOW_DAYS) {
        @Override
        Optional<Objection> against(Case c) {
            LocalDate until = c.who.certificateUntil();
            boolean runs = c.kind != Kind.RENEWAL && until != null;
            return objection(runs, String.valueOf(until), String.valueOf(c.renewalFrom()));
        }
    },
    NOTHING_TO_RENEW(PolicyTerm.RENEWAL_WINDOW_DAYS) {
        @Override
        Optional<Objection> against(Case c) {
            return objection(c.kind == Kind.RENEWAL && c.who.certificateUntil() == null);
        }
    },
    RENEWAL_TOO_EARLY(PolicyTerm.RENEWAL_WINDOW_DAYS) {
        @Override
        Optional<Objection> against(Case c) {
            LocalDate from = c.renewalFrom();
            boolean early = c.kind == Kind.RENEWAL && from != null && c.applied.isBefore(from);
            return objection(early, String.valueOf(from));
        }
    },
    TOO_SOON(PolicyTerm.ATTEMPT_INTERVAL_DAYS) {
        @Override
        Optional<Objection> against(Case c) {
            LocalDate failed = c.who.failedOn();
            if (failed == null) {
                return Optional.empty();
            }
            LocalDate again = failed.plusDays(c.limits.intervalDays());
            return objection(c.applied.isBefore(again), c.limits.intervalDays(), again);
        }
    };

    /** What holds of a person whatever was applied for and however: asked again when somebody is enrolled. */
    private static final Set<EligibilityRule> AT_ENROLMENT =
            Set.of(TOO_YOUNG, TOO_OLD, BANNED, BARRED, NO_ATTEMPT_LEFT);

    private final PolicyTerm term;

    EligibilityRule(PolicyTerm term) {
        this.term = term;
    }

    /** The term whose source is the rule's article; empty where the article stands beside other data. */
    public Optional<PolicyTerm> term() {
        return Optional.ofNullable(term);
    }

    public boolean isAskedAtEnrolment() {
        return AT_ENROLMENT.contains(this);
    }

    abstract Optional<Objection> against(Case c);

    Optional<Objection> objection(boolean holds, Object... words) {
        return holds ? Optional.of(Objection.of(this, words)) : Optional.empty();
    }

    /** Everything that stands against it, not the first thing only; empty when eligible. */
    public static List<Objection> all(Applicant who, Limits limits, Kind kind, LocalDate applied) {
        Case c = new Case(who, limits, kind, applied);
        return Stream.of(values()).flatMap(rule -> rule.against(c).stream()).toList();
    }

    /** What the rules look at. */
    record Case(Applicant who, Limits limits, Kind kind, LocalDate applied) {
        boolean theoryCounts() {
            LocalDate passed = who.theoryPassedOn();
            return passed != null && !passed.plusMonths(limits.theoryMonths()).isBefore(applied);
        }

        LocalDate renewalFrom() {
            LocalDate until = who.certificateUntil();
            return until == null ? null : until.minusDays(limits.renewalDays());
        }
    }
}
