package org.chizheng.training.schedule;

import java.time.LocalDate;

/**
 * A class to be planned, as it was written.
 *
 * @param region code or name of the county in which it is held; blank for the provider's own
 * @param qualification code, or name in either language
 * @param kind INITIAL, YEARLY, RENEWAL or AFTER_ACCIDENT, or its name in either language
 * @param startsOn null if it was none; endsOn likewise
 * @param hours null if it was no number; places likewise
 */
public record ClassForm(
        String region,
        String qualification,
        String kind,
        LocalDate startsOn,
        LocalDate endsOn,
        Integer hours,
        Integer places) {}
