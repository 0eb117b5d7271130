package org.chizheng.incident;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Reason;
import org.chizheng.common.Refused;

/** What is typed into forms, tidied or refused. */
final class Words {
    static final int SHORTEST = 5;
    static final int LONGEST = 2000;

    private Words() {}

    /** Without blanks around it; null where nothing was said. */
    static String tidy(String text) {
        String tidy = text == null ? "" : text.strip();
        return tidy.isEmpty() ? null : tidy;
    }

    /** @throws Refused with the reason unless it has 5 to 2,000 characters */
    static String told(String text, Reason reason) {
        String tidy = tidy(text);
        if (tidy == null || tidy.length() < SHORTEST || tidy.length() > LONGEST) {
            throw new Refused(reason, SHORTEST, LONGEST);
        }
        return tidy;
    }

    /** A date and time in China as a page's field writes it, with or without seconds. @throws Refused TIME_INVALID if it is none or lies after now */
    static Instant past(String text, Instant now) {
        try {
            Instant at = LocalDateTime.parse(text == null ? "" : text.strip())
                    .atZone(OfficialClock.ZONE)
                    .toInstant();
            if (!at.isAfter(now)) {
                return at;
            }
        } catch (DateTimeException e) {
            throw new Refused(IncidentRefusal.TIME_INVALID);
        }
        throw new Refused(IncidentRefusal.TIME_INVALID);
    }
}
