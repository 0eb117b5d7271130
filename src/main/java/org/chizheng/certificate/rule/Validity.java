package org.chizheng.certificate.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How long a certificate is valid, and what it is on a day. */
public final class Validity {
    private Validity() {}

    /** A dated event: SUSPENDED, REINSTATED or REVOKED, in the order of effect and recording. */
    public record Event(String kind, LocalDate effectiveOn) {}

    /** Last valid day: the day before the anniversary after the policy's years. */
    public static LocalDate lastDay(LocalDate from, int years) {
        return from.plusYears(years).minusDays(1);
    }

    /** VALID, EXPIRING, EXPIRED, NOT_YET_VALID, SUSPENDED or REVOKED. A revocation stands for good; the last day itself is valid. */
    public static String on(LocalDate day, LocalDate from, LocalDate to, int expiringDays, List<Event> events) {
        List<Event> inForce =
                events.stream().filter(e -> !e.effectiveOn().isAfter(day)).toList();
        if (inForce.stream().anyMatch(e -> "REVOKED".equals(e.kind()))) {
            return "REVOKED";
        }
        if (!inForce.isEmpty()
                && "SUSPENDED".equals(inForce.get(inForce.size() - 1).kind())) {
            return "SUSPENDED";
        }
        if (day.isBefore(from)) {
            return "NOT_YET_VALID";
        }
        if (day.isAfter(to)) {
            return "EXPIRED";
        }
        return ChronoUnit.DAYS.between(day, to) <= expiringDays ? "EXPIRING" : "VALID";
    }
}
