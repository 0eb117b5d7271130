package org.chizheng.sitting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.DatabaseClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.scheduler.Scheduled;

/**
 * Signs of life of the sittings that this replica serves, written together every two seconds; a silence of more than 40 s (two heartbeats missed) is kept as a gap.
 * The same look at the table tells when another replica has paused, locked, extended or reopened one of them.
 */
@ApplicationScoped
public class Presence {
    private static final String WRITE = """
            WITH seen AS (SELECT id, 'epoch'::timestamptz + at * interval '1 microsecond' AS at FROM unnest(?::uuid[], ?::bigint[]) AS v (id, at)),
            gap AS (INSERT INTO sitting_gap (sitting_id, from_at, until_at)
                    SELECT p.sitting_id, p.last_seen_at, s.at FROM seen s JOIN sitting_presence p ON p.sitting_id = s.id
                    WHERE s.at - p.last_seen_at > interval '40 seconds' ON CONFLICT DO NOTHING)
            INSERT INTO sitting_presence (sitting_id, last_seen_at) SELECT id, at FROM seen ORDER BY id
            ON CONFLICT (sitting_id) DO UPDATE SET last_seen_at = greatest(sitting_presence.last_seen_at, excluded.last_seen_at)""";
    private static final String LOOK =
            "SELECT enrolment_id, state, deadline, page_epoch, locked_at FROM sitting WHERE id = ANY (?)";
    private final Map<UUID, Long> seen = new ConcurrentHashMap<>();
    private final Sql sql;
    private final DatabaseClock clock;
    private final SittingLog log;

    public Presence(Sql sql, DatabaseClock clock, SittingLog log) {
        this.sql = sql;
        this.clock = clock;
        this.log = log;
    }

    /** A page of that sitting was heard of just now. */
    void seen(UUID sitting) {
        seen.put(sitting, System.nanoTime());
    }

    @Swept
    @Scheduled(every = "2s", identity = "presence", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void write() {
        List<UUID> ids = new ArrayList<>();
        List<Long> instants = new ArrayList<>();
        for (UUID id : List.copyOf(seen.keySet())) {
            Long nano = seen.remove(id);
            if (nano != null) {
                ids.add(id);
                instants.add(ChronoUnit.MICROS.between(java.time.Instant.EPOCH, clock.at(nano)));
            }
        }
        if (ids.isEmpty()) {
            return;
        }
        sql.update(WRITE, ids.toArray(UUID[]::new), instants.toArray(Long[]::new));
        List<UUID> outdated = new ArrayList<>();
        sql.list(LOOK, row -> collectIfOutdated(row, outdated), (Object) ids.toArray(UUID[]::new));
        log.forget(outdated);
    }

    private boolean collectIfOutdated(ResultSet row, List<UUID> outdated) throws SQLException {
        UUID enrolment = row.getObject("enrolment_id", UUID.class);
        Live known = log.lastKnown(enrolment).orElse(null);
        return known != null
                && (!known.state().equals(row.getString("state"))
                        || known.epoch() != row.getInt("page_epoch")
                        || (known.lockedAt() == null) != (row.getTimestamp("locked_at") == null)
                        || !known.deadline().equals(Sql.instant(row, "deadline")))
                && outdated.add(enrolment);
    }
}
