package org.chizheng.fitness.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which of the certificates that answer to a requirement decides. */
public final class FitRule {
    private static final Comparator<Verdict> FIRST = Comparator.comparing(
                    (Verdict verdict) -> verdict.reason().fit() == FitReason.Fit.NO)
            .thenComparing(verdict -> verdict.reason() == FitReason.SUPERSEDED)
            .thenComparing(verdict -> verdict.reason().fit() == FitReason.Fit.NO ? FitReason.FIT : verdict.reason())
            .thenComparing(verdict -> verdict.held().validTo(), Comparator.reverseOrder())
            .thenComparing(Verdict::reason);

    private FitRule() {}

    /**
     * A certificate that is for the qualification or covers it, as the database's matching has it on the day.
     *
     * @param id null for a certificate of another authority, and so is code
     * @param reviewDue last day for the next review, null when none comes
     * @param state FIT or the name of a {@link FitReason} that is no
     * @param expiringDays of its policy: days before the last one that are told as expiring; 0 without a policy
     * @param reviewDays of its policy: days before a review from which on it is due
     */
    public record Held(
            UUID id,
            String code,
            LocalDate validTo,
            LocalDate reviewDue,
            String state,
            int expiringDays,
            int reviewDays) {}

    /** What decides, and why. */
    public record Verdict(FitReason reason, Held held) {}

    /** Of certificates that allow work the one with the least to be done about it, and of those the longest; else the last of them that has not been replaced. Empty for none. */
    public static Optional<Verdict> of(LocalDate day, List<Held> held) {
        return held.stream().map(one -> new Verdict(reason(day, one), one)).min(FIRST);
    }

    private static FitReason reason(LocalDate day, Held held) {
        if (!"FIT".equals(held.state())) {
            return FitReason.valueOf(held.state());
        }
        if (held.reviewDue() != null && ChronoUnit.DAYS.between(day, held.reviewDue()) <= held.reviewDays()) {
            return FitReason.REVIEW_DUE;
        }
        boolean soon = held.id() != null && ChronoUnit.DAYS.between(day, held.validTo()) <= held.expiringDays();
        return soon ? FitReason.EXPIRING : FitReason.FIT;
    }
}
