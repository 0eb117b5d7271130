package org.chizheng.fitness.bulk;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Counts the rows that are asked about within an hour. The row of a meter also makes checks under it go one after the other, on all replicas. */
@ApplicationScoped
public class Metering {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String COUNT = """
            INSERT INTO bulk_meter AS m (meter, since, rows) VALUES (?, ?, ?)
            ON CONFLICT (meter) DO UPDATE SET
              rows = CASE WHEN m.since <= ? THEN excluded.rows ELSE m.rows + excluded.rows END,
              since = CASE WHEN m.since <= ? THEN excluded.since ELSE m.since END
            RETURNING since, rows""";
    private final Sql sql;
    private final BulkConfig config;
    private final OfficialClock clock;

    public Metering(Sql sql, BulkConfig config, OfficialClock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    private record Count(Instant since, int rows) {}

    /**
     * Takes part in the transaction of the check, so that what is refused does not count.
     *
     * @throws Refused RATE_EXCEEDED with the rows an hour and the seconds after which the hour is over
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void count(String meter, int rows) {
        Instant now = clock.now();
        Instant old = now.minus(HOUR);
        Count count = sql.first(
                        COUNT,
                        row -> new Count(Sql.instant(row, "since"), row.getInt("rows")),
                        meter,
                        now,
                        rows,
                        old,
                        old)
                .orElseThrow();
        if (count.rows() > config.rowsAnHour()) {
            long seconds =
                    Math.max(1, Duration.between(now, count.since().plus(HOUR)).toSeconds());
            throw new Refused(BulkRefusal.RATE_EXCEEDED, config.rowsAnHour(), seconds);
        }
    }
}
