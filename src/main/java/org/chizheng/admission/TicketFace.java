package org.chizheng.admission;

import java.time.Instant;
import java.util.UUID;

/**
 * What an admission ticket says. The seat is not on it: it is drawn at the entrance.
 *
 * @param idNumber masked
 * @param photo JPEG, or null
 * @param arrivalMinutes before the start
 * @param lateMinutes after the start, until when late candidates are let in
 * @param directionsZh how to get to the centre, may be empty
 */
record TicketFace(
        UUID enrolment,
        UUID session,
        UUID person,
        String ticket,
        String name,
        String idNumber,
        byte[] photo,
        String qualificationZh,
        String qualificationEn,
        String centreZh,
        String centreEn,
        String room,
        Instant startsAt,
        int minutes,
        int arrivalMinutes,
        int lateMinutes,
        String directionsZh,
        String directionsEn) {}
