package org.chizheng.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.application.rule.ApplicationState.Act;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.scheduler.Scheduled;

/**
 * Ends applications whose certificate is there: the record tells, so that no later stage reaches back. Work is in proportion to what is new: certificates recorded, and applications
 * accepted, since the instant that was read last. One replica does it at a time, the others pass by.
 */
@ApplicationScoped
public class Finishing {
    private static final int MOST = 200;
    /** A fact may be committed some time after its instant, and an application be held by somebody; what is ended already is not ended again. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private static final String CERTIFIED = """
            WITH x (id) AS (
              SELECT a.id FROM record_fact f JOIN application a ON a.person_id = f.person_id AND a.qualification = f.qualification
              WHERE f.kind = 'CERTIFICATE_ISSUED' AND f.recorded_at > ? AND f.recorded_at >= a.applied_at AND a.state = 'ACCEPTED'
              UNION
              SELECT a.id FROM application a WHERE a.state = 'ACCEPTED' AND a.decided_at > ?
                AND EXISTS (SELECT 1 FROM record_fact f WHERE f.person_id = a.person_id AND f.qualification = a.qualification
                            AND f.kind = 'CERTIFICATE_ISSUED' AND f.recorded_at >= a.applied_at))
            SELECT a.id FROM application a JOIN x ON x.id = a.id LIMIT ? FOR UPDATE OF a SKIP LOCKED""";
    private final Moving moving;
    private final OfficialClock clock;
    private final Sql sql;

    public Finishing(Moving moving, OfficialClock clock, Sql sql) {
        this.moving = moving;
        this.clock = clock;
        this.sql = sql;
    }

    @Swept
    @Scheduled(
            every = "60s",
            identity = "application-finishing",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        sql.first(
                        "SELECT read_until FROM application_cursor FOR UPDATE SKIP LOCKED",
                        row -> Sql.instant(row, "read_until"))
                .ifPresent(this::finish);
    }

    private void finish(Instant until) {
        Instant now = clock.now();
        // A clock that ran ahead and was put right is followed back.
        Instant from = (until.isAfter(now) ? now : until).minus(LATE);
        List<UUID> certified = sql.list(CERTIFIED, row -> row.getObject("id", UUID.class), from, from, MOST);
        certified.forEach(id -> moving.move(moving.locked(id, Act.FINISH), Act.FINISH, "DONE", "system", ""));
        if (certified.size() < MOST) {
            sql.update("UPDATE application_cursor SET read_until = ?", now);
        }
    }
}
