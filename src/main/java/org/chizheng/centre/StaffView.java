package org.chizheng.centre;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody of a centre in one duty: MANAGER, INVIGILATOR, ASSESSOR, TECHNICIAN or COUNTER.
 *
 * @param qualification what an assessor may assess, or null
 * @param credential number of the paper that qualifies for the duty, or null
 * @param qualifiedUntil last day of that, or null for without end
 * @param until last day at the centre, or null
 * @param trains whether the person is a trainer today: exams and training are kept apart
 */
public record StaffView(
        UUID id,
        UUID centreId,
        UUID personId,
        String name,
        String duty,
        String qualification,
        String credential,
        LocalDate qualifiedUntil,
        LocalDate since,
        LocalDate until,
        boolean trains) {}
