package org.chizheng.statistics.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.statistics.forecast.rule.ExamTerms;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Counts once a day how often examinations are passed and how far the requirements of people on post have come. Its work grows with all of them, and no page waits for it: pages read
 * what was counted last, and say when.
 */
@ApplicationScoped
public class ForecastCounting {
    /** Nothing is counted before the holder rate has been for the first time. */
    private static final String DUE = """
            SELECT 1 FROM figure_state WHERE rebuilt_at IS NOT NULL AND NOT EXISTS (SELECT FROM forecast_run WHERE day = ?)""";

    private static final String RUN = """
            INSERT INTO forecast_run (day, counted_at, results_from, results_until) VALUES (?, ?, ?, ?)
            ON CONFLICT (day) DO UPDATE SET counted_at = EXCLUDED.counted_at, results_from = EXCLUDED.results_from, results_until = EXCLUDED.results_until""";
    private static final String THEORY = """
            INSERT INTO forecast_pass (day, qualification, part, results, passed)
            SELECT ?::date, s.qualification, 'THEORY', sum(t.scored), sum(t.passed) FROM session_tally t JOIN exam_session s ON s.id = t.session_id
            WHERE s.starts_at >= ? AND s.starts_at < ? AND NOT s.rehearsal GROUP BY 2 HAVING sum(t.scored) > 0""";
    private static final String PRACTICAL = """
            INSERT INTO forecast_pass (day, qualification, part, results, passed)
            SELECT ?::date, s.qualification, 'PRACTICAL', count(*), count(*) FILTER (WHERE r.passed) FROM practical_session s JOIN practical_result r ON r.session_id = s.id
            WHERE s.starts_at >= ? AND s.starts_at < ? AND r.released_at IS NOT NULL GROUP BY 2""";
    /** Passes stand in the record, so that those of other authorities count too; a certificate issued since uses them up. */
    private static final String STEPS = """
            WITH passes AS (
                SELECT f.person_id, f.qualification, bool_or(f.kind = 'THEORY_PASSED') theory, bool_or(f.kind = 'PRACTICAL_PASSED') practical FROM record_fact f
                WHERE f.kind IN ('THEORY_PASSED', 'PRACTICAL_PASSED') AND f.fact_on <= ? AND (f.valid_until IS NULL OR f.valid_until >= ?)
                  AND NOT EXISTS (SELECT FROM record_withdrawal w WHERE w.fact_id = f.id)
                  AND NOT EXISTS (SELECT FROM record_fact c WHERE c.person_id = f.person_id AND c.qualification = f.qualification AND c.kind = 'CERTIFICATE_ISSUED' AND c.fact_on >= f.fact_on)
                GROUP BY 1, 2),
            stood AS (
                SELECT left(c.region, 4) city, c.qualification, i.cover = 1 grace, CASE
                    WHEN i.cover = 2 THEN 'HELD'
                    WHEN p.theory AND (p.practical OR c.qualification <> ALL (?)) THEN 'PASSED'
                    WHEN p.theory THEN 'THEORY'
                    WHEN EXISTS (SELECT FROM enrolment e WHERE e.application_id = a.id AND e.checked_in_at IS NOT NULL) THEN 'SAT'
                    WHEN a.id IS NOT NULL THEN 'APPLIED'
                    ELSE 'NOTHING' END step
                FROM figure_interval_%1$d i JOIN figure_cell c ON c.id = i.cell
                LEFT JOIN passes p ON p.person_id = i.person_id AND p.qualification = c.qualification
                LEFT JOIN application a ON a.person_id = i.person_id AND a.qualification = c.qualification AND a.state IN ('SUBMITTED', 'RETURNED', 'ACCEPTED') AND i.cover <> 2
                WHERE i.from_day <= ? AND i.until_day > ?)
            INSERT INTO forecast_step (day, city, qualification, step, grace, requirements)
            SELECT ?::date, city, qualification, step, grace, count(*) FROM stood GROUP BY 2, 3, 4, 5""";

    private final ForecastTerms terms;
    private final ExamLaws laws;
    private final Qualifications qualifications;
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public ForecastCounting(
            ForecastTerms terms,
            ExamLaws laws,
            Qualifications qualifications,
            Sql sql,
            OfficialClock clock,
            Auditing auditing) {
        this.terms = terms;
        this.laws = laws;
        this.qualifications = qualifications;
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    @Swept
    @Scheduled(every = "10m", identity = "forecast-counting", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        LocalDate today = clock.today();
        if (sql.first(DUE, row -> true, today).isPresent()) {
            QuarkusTransaction.requiringNew().run(() -> count(today));
        }
    }

    /** Again for today, because somebody asked. */
    @Transactional
    public void countAgain() {
        count(clock.today());
        auditing.note("counted again", "forecast", "pass rates and steps", "");
    }

    /** In place of all that was counted before; the row of the day holds off other replicas until it is done. */
    private void count(LocalDate day) {
        LocalDate until = day.withDayOfMonth(1);
        LocalDate from = until.minusMonths(terms.on(day).number(ForecastTerm.RESULT_MONTHS));
        sql.update(RUN, day, clock.now(), from, until);
        sql.update("DELETE FROM forecast_run WHERE day <> ?", day);
        sql.update("DELETE FROM forecast_pass WHERE day = ?", day);
        sql.update("DELETE FROM forecast_step WHERE day = ?", day);
        sql.update(THEORY, day, start(from), start(until));
        sql.update(PRACTICAL, day, start(from), start(until));
        int generation = sql.first("SELECT generation FROM figure_state", row -> row.getInt(1))
                .orElseThrow();
        sql.update(STEPS.formatted(generation), day, day, practicals(day), day, day, day);
    }

    /** Qualifications whose policy of the day lists a practical. */
    private String[] practicals(LocalDate day) {
        List<String> all =
                qualifications.all().stream().map(QualificationView::code).toList();
        Map<String, ExamTerms[]> today = laws.on(all, List.of(day));
        return all.stream().filter(code -> today.get(code)[0].practical()).toArray(String[]::new);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(OfficialClock.ZONE).toInstant();
    }
}
