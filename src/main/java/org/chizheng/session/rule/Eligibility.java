package org.chizheng.session.rule;

import java.time.LocalDate;
import java.util.Optional;

/** Who may be enrolled, by the policy in force on the day of application. */
public final class Eligibility {
    private Eligibility() {}

    /** What is known of the applicant. failures: failed theories that count; -1 as attempts means unlimited. */
    public record Applicant(LocalDate birthDate, boolean banned, int failures) {}

    /** The policy's limits: youngest age in years, the last day on which the applicant is not too old (null: no such day), attempts or -1. */
    public record Limits(int minAge, LocalDate lastDay, int attempts) {}

    /** @return the name of the rule that stands against it, empty when eligible */
    public static Optional<String> objection(Applicant applicant, Limits limits, LocalDate applied) {
        if (applicant.birthDate().plusYears(limits.minAge()).isAfter(applied)) {
            return Optional.of("TOO_YOUNG");
        }
        if (limits.lastDay() != null && applied.isAfter(limits.lastDay())) {
            return Optional.of("TOO_OLD");
        }
        if (applicant.banned()) {
            return Optional.of("BANNED");
        }
        if (limits.attempts() >= 0 && applicant.failures() >= limits.attempts()) {
            return Optional.of("NO_ATTEMPT_LEFT");
        }
        return Optional.empty();
    }
}
