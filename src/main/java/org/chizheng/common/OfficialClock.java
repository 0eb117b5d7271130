package org.chizheng.common;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

/** The only place that asks what time it is. Instants are UTC; dates of the law are dates in China. */
@ApplicationScoped
public class OfficialClock {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final Clock clock = Clock.systemUTC();

    /** Now, in microseconds, as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Today in China. */
    public LocalDate today() {
        return dateOf(now());
    }

    /** The date in China at an instant. */
    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
