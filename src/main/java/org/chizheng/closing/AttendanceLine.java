package org.chizheng.closing;

import java.time.Instant;
import java.util.UUID;

import org.chizheng.closing.rule.Attendance;

/**
 * One candidate as the record tells; what did not happen is null.
 *
 * @param closedBy CANDIDATE or DEADLINE
 * @param receiptDigest lower-case hexadecimal
 * @param reason of an absence
 */
public record AttendanceLine(
        UUID enrolment,
        UUID sitting,
        String ticket,
        String name,
        String seat,
        Instant checkedInAt,
        Instant beganAt,
        boolean held,
        Instant closedAt,
        String closedBy,
        String receipt,
        String receiptDigest,
        String reason,
        Attendance attendance) {}
