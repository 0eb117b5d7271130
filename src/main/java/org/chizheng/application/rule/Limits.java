package org.chizheng.application.rule;

/**
 * What a policy asks of an applicant.
 *
 * @param minAge completed years
 * @param education lowest schooling
 * @param hours of training, for the first examination or the renewal
 * @param healthAsked whether the policy lists illnesses
 * @param practical whether the examination has a practical part
 * @param theoryMonths for which a passed theory counts
 * @param theoryAttempts number of them, {@link #UNLIMITED} for any number
 * @param practicalAttempts the same for the practical with one theory
 * @param intervalDays days between a failure and the next application, 0 for none
 * @param renewalDays days before expiry from which a renewal may be asked for
 */
public record Limits(
        int minAge,
        Education education,
        int hours,
        boolean healthAsked,
        boolean practical,
        int theoryMonths,
        int theoryAttempts,
        int practicalAttempts,
        int intervalDays,
        int renewalDays) {
    public static final int UNLIMITED = -1;

    boolean leavesTheory(int failures) {
        return theoryAttempts == UNLIMITED || failures < theoryAttempts;
    }

    boolean leavesPractical(int failures) {
        return practicalAttempts == UNLIMITED || failures < practicalAttempts;
    }
}
