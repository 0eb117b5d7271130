package org.chizheng.goal.register;

import java.time.LocalDate;

/**
 * What a register holds of a member.
 *
 * @param since first day
 * @param degree schooling and subject in words, blank for none
 * @param related whether the subject belongs to work safety
 * @param practiceFrom since when in work of work safety, null if not
 * @param certificate its name or number, blank for none
 * @param certifiedUntil its last valid day, null without end
 * @param achievedOn the day on which a specialist was brought up or a cadre passed the training, null if not yet
 */
public record Facts(
        String region,
        String organisation,
        String title,
        LocalDate since,
        String degree,
        boolean related,
        LocalDate practiceFrom,
        String certificate,
        LocalDate certifiedUntil,
        LocalDate achievedOn) {}
