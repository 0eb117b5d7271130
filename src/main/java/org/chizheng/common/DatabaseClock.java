package org.chizheng.common;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The database's time without asking it each time: one authority between replicas. Measured against the monotonic clock of this process, so a jump of the machine's
 * clock changes nothing; of the last measurements the one with the shortest round trip counts.
 */
@ApplicationScoped
public class DatabaseClock {
    private static final long KEEP_NANOS = 10_000_000_000L;
    private final Sql sql;
    private volatile Measured measured;

    public DatabaseClock(Sql sql) {
        this.sql = sql;
    }

    /** At nano the database's clock stood at micros since 1970, give or take half the round trip. */
    private record Measured(long nano, long micros, long roundTrip) {}

    /** Asks the database; call it every second or so, and before the first {@link #at}. */
    public void measure() {
        long before = System.nanoTime();
        Instant there = sql.first(
                        "SELECT clock_timestamp()", row -> row.getTimestamp(1).toInstant())
                .orElseThrow();
        long after = System.nanoTime();
        Measured now = new Measured(before + (after - before) / 2, micros(there), after - before);
        Measured known = measured;
        if (known == null || after - known.nano() > KEEP_NANOS || now.roundTrip() <= known.roundTrip()) {
            measured = now;
        }
    }

    /** @param nano a value of {@link System#nanoTime()} of this process */
    public Instant at(long nano) {
        if (measured == null) {
            measure();
        }
        Measured known = measured;
        return Instant.EPOCH.plus(known.micros() + (nano - known.nano()) / 1000, ChronoUnit.MICROS);
    }

    public Instant now() {
        return at(System.nanoTime());
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
