package org.chizheng.certificate.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a certificate is on a day. The names stand in the order in which they go before each other: a revoked certificate that has expired as well is shown as revoked.
 * Statuses as in domain-rules §6: 撤销, 吊销, 注销, 已换证, 暂停, 待生效, 过期, 逾期未复审, 应复审, 临期, 有效.
 */
public enum Standing {
    REVOKED,
    WITHDRAWN,
    CANCELLED,
    SUPERSEDED,
    SUSPENDED,
    NOT_YET_VALID,
    EXPIRED,
    REVIEW_OVERDUE,
    REVIEW_DUE,
    EXPIRING,
    VALID;

    /** Events after which a certificate never comes back, in the order in which they are shown. */
    public static final List<String> ENDS = List.of("REVOKED", "WITHDRAWN", "CANCELLED", "SUPERSEDED");

    /**
     * A dated fact of a certificate's life, in the order of effect and recording.
     *
     * @param kind SUSPENDED, REINSTATED, REVOKED, WITHDRAWN, CANCELLED, SUPERSEDED or REVIEWED
     * @param reviewDue with REVIEWED: last day for the review after it, null when there is none; else null
     */
    public record Event(String kind, LocalDate effectiveOn, LocalDate reviewDue) {}

    /**
     * What decides.
     *
     * @param validTo last valid day
     * @param review what the policy of issue says of reviews
     * @param expiringDays days before the last one, itself included, that are shown as expiring
     */
    public record Facts(LocalDate validFrom, LocalDate validTo, Reviews review, int expiringDays, List<Event> events) {
        public Facts {
            events = List.copyOf(events);
        }
    }

    /** The last valid day itself is valid, and so is the last day for a review. An event counts from its effective day on. */
    public static Standing on(LocalDate day, Facts facts) {
        List<Event> inForce = facts.events().stream()
                .filter(event -> !event.effectiveOn().isAfter(day))
                .toList();
        for (String end : ENDS) {
            if (inForce.stream().anyMatch(event -> event.kind().equals(end))) {
                return valueOf(end);
            }
        }
        if (isSuspended(inForce)) {
            return SUSPENDED;
        }
        if (day.isBefore(facts.validFrom())) {
            return NOT_YET_VALID;
        }
        if (day.isAfter(facts.validTo())) {
            return EXPIRED;
        }
        return running(day, facts, facts.review().dueOn(inForce));
    }

    private static Standing running(LocalDate day, Facts facts, LocalDate due) {
        if (due != null && day.isAfter(due)) {
            return REVIEW_OVERDUE;
        }
        if (due != null && ChronoUnit.DAYS.between(day, due) <= facts.review().windowDays()) {
            return REVIEW_DUE;
        }
        return ChronoUnit.DAYS.between(day, facts.validTo()) <= facts.expiringDays() ? EXPIRING : VALID;
    }

    /** Whether the last of the events on this matter suspended it. */
    public static boolean isSuspended(List<Event> events) {
        return events.stream()
                .map(Event::kind)
                .filter(kind -> kind.equals("SUSPENDED") || kind.equals("REINSTATED"))
                .reduce((earlier, later) -> later)
                .filter("SUSPENDED"::equals)
                .isPresent();
    }

    /** Whether its holder may work by it on that day. */
    public boolean isFit() {
        return compareTo(REVIEW_OVERDUE) > 0;
    }

    /** Whether it is over for good, or replaced. */
    public boolean isEnded() {
        return compareTo(SUPERSEDED) <= 0;
    }
}
