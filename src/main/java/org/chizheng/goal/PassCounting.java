package org.chizheng.goal;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.DatedTerms;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Counts who at enterprises of high risk passed a training's test. The window moves every day for everybody, so that this is one count of all people on post, done once a day and kept: its work
 * grows with them, and no page waits for it. People of contractors count at their own enterprise. Each counts in the city of the post, as for the holder rate.
 */
@ApplicationScoped
public class PassCounting {
    private static final String COUNT = """
            INSERT INTO goal_pass_day (day, city, newly, required, passed)
            SELECT ?::date, s.city, s.since > ?::date, count(*), count(*) FILTER (WHERE EXISTS (
                SELECT 1 FROM training_record t WHERE t.person_id = s.person_id AND t.passed AND t.ended_on > ?::date AND t.ended_on <= ?::date))
            FROM (SELECT DISTINCT person_id, enterprise_id, city, since
                  FROM (SELECT a.person_id, f.enterprise_id, left(COALESCE(t.region, f.region), 4) city, a.valid_until,
                          min(a.valid_from) OVER (PARTITION BY a.person_id, f.enterprise_id) since
                        FROM enterprise_fact f JOIN post p ON p.enterprise_id = f.enterprise_id LEFT JOIN site t ON t.id = p.site_id
                        JOIN appointment a ON a.post_id = p.id
                        WHERE f.high_risk AND f.known_until IS NULL AND f.valid_from <= ?::date AND (f.valid_until IS NULL OR f.valid_until > ?::date)
                          AND a.worker_kind <> 'CONTRACTOR' AND a.known_until IS NULL AND a.valid_from <= ?::date) h
                  WHERE valid_until IS NULL OR valid_until > ?::date) s
            GROUP BY 2, 3""";
    private final GoalTerms terms;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public PassCounting(GoalTerms terms, Sql sql, OfficialClock clock, Auditing auditing) {
        this.terms = terms;
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    @Swept
    @Scheduled(every = "10m", identity = "goal-pass-counting", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        LocalDate today = clock.today();
        if (sql.first("SELECT 1 FROM goal_pass_run WHERE day = ?", row -> true, today)
                .isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> count(today));
        }
    }

    /** Again for today, because somebody asked. */
    @Transactional
    public void countAgain() {
        count(clock.today());
        auditing.note("counted again", "goal", "pass rates", "");
    }

    /** In place of what was counted for that day before; the row of the day holds off other replicas until it is done. */
    private void count(LocalDate day) {
        DatedTerms<GoalTerm> on = terms.on(day);
        int hire = on.number(GoalTerm.NEW_HIRE_MONTHS);
        int pass = on.number(GoalTerm.PASS_MONTHS);
        sql.update(
                "INSERT INTO goal_pass_run (day, hire_months, pass_months, counted_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (day) DO UPDATE SET hire_months = EXCLUDED.hire_months, pass_months = EXCLUDED.pass_months, counted_at = EXCLUDED.counted_at",
                day,
                hire,
                pass,
                clock.now());
        sql.update("DELETE FROM goal_pass_day WHERE day = ?", day);
        sql.update(COUNT, day, day.minusMonths(hire), day.minusMonths(pass), day, day, day, day, day);
    }
}
