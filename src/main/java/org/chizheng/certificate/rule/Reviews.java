package org.chizheng.certificate.rule;

import java.time.LocalDate;
import java.util.List;

/**
 * Reviews 复审 of one certificate by the policy that it was issued under: Order 30, article 21, every three years; Order 19 has none.
 *
 * @param firstDue last day for the first review, as printed; null when there is none
 * @param lastHeld last day on which a review still falls due: later ones are not held any more; null without such a day
 * @param windowDays days before the last one from which on it is due
 */
public record Reviews(LocalDate firstDue, LocalDate lastHeld, int windowDays) {
    /** For policies without reviews. */
    public static final Reviews NONE = new Reviews(null, null, 0);

    /** Last day for the review that comes next after these events, null when none does. */
    public LocalDate dueOn(List<Standing.Event> events) {
        if (firstDue == null) {
            return null;
        }
        LocalDate due = firstDue;
        for (Standing.Event event : events) {
            due = event.kind().equals("REVIEWED") ? event.reviewDue() : due;
        }
        return due == null || lastHeld != null && due.isAfter(lastHeld) ? null : due;
    }

    /**
     * Last day for the review after a period that begins on that day.
     *
     * @param years of the period, 0 without reviews
     * @return null when the certificate ends by then: it is renewed instead
     */
    public static LocalDate next(LocalDate from, int years, LocalDate validTo) {
        if (years == 0) {
            return null;
        }
        LocalDate due = Validity.lastDay(from, years);
        return due.isBefore(validTo) ? due : null;
    }
}
