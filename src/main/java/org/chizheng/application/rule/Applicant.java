package org.chizheng.application.rule;

import java.time.LocalDate;

/**
 * What is known of an applicant on the day of application. Days are null where there is none.
 *
 * @param lastDay on which the applicant is not too old, by the policy
 * @param hours of training that counts, on record or declared with proof
 * @param health what was declared
 * @param theoryPassedOn last theory passed in the qualification
 * @param theoryFailures that count, while the policy looks back
 * @param practicalFailures since the theory was passed
 * @param failedOn day of the last failure in either part
 * @param banned whether barred from examinations that day
 * @param barred whether barred from the post or the industry that day
 * @param certificateUntil last valid day of a certificate in the qualification that runs
 */
public record Applicant(
        LocalDate birthDate,
        LocalDate lastDay,
        Education education,
        int hours,
        Health health,
        LocalDate theoryPassedOn,
        int theoryFailures,
        int practicalFailures,
        LocalDate failedOn,
        boolean banned,
        boolean barred,
        LocalDate certificateUntil) {

    /** The declaration of health: not made, without any of the listed illnesses, or with one. */
    public enum Health {
        UNDECLARED,
        NO_ILLNESS,
        ILLNESS
    }
}
