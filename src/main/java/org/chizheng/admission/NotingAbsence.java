package org.chizheng.admission;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/** Writes down who had not come when the late window of the started room was over; whoever then still waits for the second person has come. Several replicas write the same rows once. */
@ApplicationScoped
public class NotingAbsence {
    private static final String ABSENT = """
            WITH absent AS (
                INSERT INTO no_show (enrolment_id, noted_at)
                SELECT e.id, ? FROM exam_session s JOIN enrolment e ON e.session_id = s.id
                WHERE NOT s.rehearsal AND s.started_at IS NOT NULL AND s.state IN ('RUNNING', 'ENDED') AND e.checked_in_at IS NULL
                  AND s.started_at + make_interval(mins => s.late_minutes) < ? AND s.started_at > ?::timestamptz - interval '7 days'
                  AND NOT EXISTS (SELECT 1 FROM no_show n WHERE n.enrolment_id = e.id)
                  AND NOT EXISTS (SELECT 1 FROM entrance_check c WHERE c.enrolment_id = e.id AND c.state = 'WAITING')
                ON CONFLICT (enrolment_id) DO NOTHING RETURNING enrolment_id)
            SELECT enrolment_id FROM absent""";
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public NotingAbsence(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    @Swept
    @Scheduled(every = "1m", identity = "absence", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        note();
    }

    /** @return how many were noted */
    public int note() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var now = clock.now();
            var absent = sql.list(ABSENT, row -> row.getObject(1), now, now, now);
            absent.forEach(enrolment -> auditing.note("did not come", "enrolment", enrolment, ""));
            return absent.size();
        });
    }
}
