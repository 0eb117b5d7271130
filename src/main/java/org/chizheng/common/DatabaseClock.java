package org.chizheng.common;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The database's time without asking it each time: one authority between replicas. Measured against the monotonic clock of this process, so a jump of the machine's
 * clock changes nothing. Of the measurements the surest counts: one that waited seconds for a database that came back says little.
 */
@ApplicationScoped
public class DatabaseClock {
    private final Sql sql;
    private volatile ClockReading measured;

    public DatabaseClock(Sql sql) {
        this.sql = sql;
    }

    /** Asks the database; call it every second or so, and before the first {@link #at}. */
    public void measure() {
        long before = System.nanoTime();
        Instant there = sql.first(
                        "SELECT clock_timestamp()", row -> row.getTimestamp(1).toInstant())
                .orElseThrow();
        ClockReading now = ClockReading.between(before, System.nanoTime(), micros(there));
        ClockReading known = measured;
        if (known == null || now.isSurerThan(known)) {
            measured = now;
        }
    }

    /** @param nano a value of {@link System#nanoTime()} of this process */
    public Instant at(long nano) {
        if (measured == null) {
            measure();
        }
        return Instant.EPOCH.plus(measured.at(nano), ChronoUnit.MICROS);
    }

    public Instant now() {
        return at(System.nanoTime());
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
