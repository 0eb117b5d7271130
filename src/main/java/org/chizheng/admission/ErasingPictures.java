package org.chizheng.admission;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/** Erases pictures taken at entrances when the policy's CHECK_IN_PHOTO_DAYS since the session are over (0: never). The record of the check stays. */
@ApplicationScoped
public class ErasingPictures {
    private static final String ERASE = """
            WITH gone AS (
                UPDATE entrance_check c SET photo_sealed = NULL, photo_erased_at = ?
                FROM exam_session s JOIN policy_term t ON t.policy = s.policy AND t.term = 'CHECK_IN_PHOTO_DAYS'
                WHERE s.id = c.session_id AND c.photo_sealed IS NOT NULL AND t.value::int > 0 AND s.starts_at + make_interval(days => t.value::int) < ?
                RETURNING c.session_id)
            SELECT session_id, count(*) FROM gone GROUP BY session_id""";
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public ErasingPictures(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    private record Erased(Object session, int pictures) {}

    @Swept
    @Scheduled(every = "1h", identity = "entrance-pictures", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        erase();
    }

    /** @return how many pictures */
    public int erase() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var now = clock.now();
            var erased = sql.list(ERASE, row -> new Erased(row.getObject(1), row.getInt(2)), now, now);
            erased.forEach(each -> auditing.note(
                    "erased entrance pictures", "session", each.session(), each.pictures() + " pictures"));
            return erased.stream().mapToInt(Erased::pictures).sum();
        });
    }
}
