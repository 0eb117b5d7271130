package org.chizheng.incident;

import java.time.Instant;
import java.time.format.DateTimeFormatter;

import org.chizheng.common.OfficialClock;

/** Date and time in China as a page's field holds it. */
final class Times {
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private Times() {}

    /** To the minute, the begun one left out. */
    static String field(Instant at) {
        return FIELD.format(at.atZone(OfficialClock.ZONE));
    }
}
