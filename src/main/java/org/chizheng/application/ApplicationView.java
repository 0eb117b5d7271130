package org.chizheng.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.chizheng.application.rule.ApplicationState;
import org.chizheng.application.rule.Education;
import org.chizheng.application.rule.Kind;
import org.chizheng.application.rule.PhotoFinding;

/**
 * An application as it stands.
 *
 * @param name of the person
 * @param channel CANDIDATE, ENTERPRISE or COUNTER
 * @param enterpriseId where the person works, or null
 * @param providerId who trained the person, or null
 * @param region of the authority that decides
 * @param policy in force on the day of application
 * @param answerDue last working day for accepting, returning or refusing it, once it is sent
 * @param decideDue last working day for the decision; null in old rows
 * @param trainingHours declared, 0 for none
 * @param note what the reviewer said last, or null
 * @param photoReason why the photo was taken in spite of its findings, or null
 */
public record ApplicationView(
        UUID id,
        String number,
        UUID personId,
        String name,
        String qualification,
        Kind kind,
        String channel,
        UUID enterpriseId,
        UUID providerId,
        String region,
        String policy,
        ApplicationState state,
        Instant appliedAt,
        LocalDate answerDue,
        LocalDate decideDue,
        Instant decidedAt,
        Education education,
        String occupation,
        int trainingHours,
        LocalDate trainingFrom,
        LocalDate trainingUntil,
        String note,
        List<PhotoFinding> photoFindings,
        String photoReason) {
    public ApplicationView {
        photoFindings = List.copyOf(photoFindings);
    }

    /** The colour of its badge. */
    public String badge() {
        return switch (state) {
            case ACCEPTED, DONE -> "badge-ok";
            case SUBMITTED, RETURNED -> "badge-warn";
            case REFUSED -> "badge-bad";
            case WITHDRAWN -> "";
        };
    }
}
