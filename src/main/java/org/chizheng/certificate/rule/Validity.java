package org.chizheng.certificate.rule;

import java.time.LocalDate;

/** How long a certificate is valid; what it is on a day says {@link Standing}. */
public final class Validity {
    private Validity() {}

    /** Last valid day: the day before the anniversary after the policy's years. */
    public static LocalDate lastDay(LocalDate from, int years) {
        return from.plusYears(years).minusDays(1);
    }
}
