package org.chizheng.practical.rule;

import java.util.Optional;

/** Who may take a practical: whoever has passed the theory, whose pass still counts, and who has attempts left since that pass. */
public final class Admittance {
    private Admittance() {}

    /**
     * What stands in the record on the day of the practical.
     *
     * @param theory the theory was passed and the pass is still valid on that day
     * @param passed the practical was passed since that pass
     * @param failures practicals failed since that pass
     */
    public record Applicant(boolean banned, boolean theory, boolean passed, int failures) {}

    /**
     * The first rule that stands against it, by the name of its refusal: BANNED, THEORY_MISSING, ALREADY_PASSED or ATTEMPTS_USED, which passing the theory again cures.
     *
     * @param attempts allowed on one pass of the theory, at least 1
     */
    public static Optional<String> objection(Applicant applicant, int attempts) {
        if (applicant.banned()) {
            return Optional.of("BANNED");
        }
        if (!applicant.theory()) {
            return Optional.of("THEORY_MISSING");
        }
        if (applicant.passed()) {
            return Optional.of("ALREADY_PASSED");
        }
        return applicant.failures() >= attempts ? Optional.of("ATTEMPTS_USED") : Optional.empty();
    }
}
