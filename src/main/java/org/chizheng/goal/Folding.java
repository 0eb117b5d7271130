package org.chizheng.goal;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.scheduler.Scheduled;

/**
 * Moves the sums of people trained by what has changed: of each person and year that a training was recorded for, the first training passed is looked up again, and where it is another
 * than before, the sums move by one. Work grows with what is new, not with who was trained.
 */
@ApplicationScoped
public class Folding {
    private static final long LOCK = 7_210_002;
    private static final int AT_ONCE = 1000;
    private static final String TAKE = """
            DELETE FROM goal_training_pending WHERE seq IN (SELECT seq FROM goal_training_pending ORDER BY seq LIMIT ?) RETURNING person_id, year""";
    private static final String FOLD = """
            WITH asked AS (SELECT DISTINCT person_id, year FROM unnest(?::uuid[], ?::int[]) a (person_id, year)),
            first AS (
                SELECT a.person_id, a.year, f.ended_on, f.region FROM asked a LEFT JOIN LATERAL (
                    SELECT r.ended_on, COALESCE(e.region, p.region) region FROM training_record r
                    LEFT JOIN enterprise e ON e.id = r.enterprise_id LEFT JOIN training_provider p ON p.id = r.provider_id
                    WHERE r.person_id = a.person_id AND r.passed AND r.ended_on BETWEEN make_date(a.year, 1, 1) AND make_date(a.year, 12, 31)
                    ORDER BY r.ended_on, r.id LIMIT 1) f ON true),
            moved AS (
                SELECT n.*, o.ended_on old_on, o.region old_region FROM first n LEFT JOIN goal_trained o USING (person_id, year)
                WHERE (o.ended_on, o.region) IS DISTINCT FROM (n.ended_on, n.region)),
            gone AS (DELETE FROM goal_trained t USING moved m WHERE t.person_id = m.person_id AND t.year = m.year AND m.ended_on IS NULL),
            kept AS (
                INSERT INTO goal_trained (year, person_id, ended_on, region) SELECT year, person_id, ended_on, region FROM moved WHERE ended_on IS NOT NULL
                ON CONFLICT (year, person_id) DO UPDATE SET ended_on = EXCLUDED.ended_on, region = EXCLUDED.region),
            change (year, month, city, persons) AS (
                SELECT year, extract(month FROM old_on)::int, left(old_region, 4), -1 FROM moved WHERE old_on IS NOT NULL
                UNION ALL SELECT year, extract(month FROM ended_on)::int, left(region, 4), 1 FROM moved WHERE ended_on IS NOT NULL)
            INSERT INTO goal_tally (year, month, city, persons) SELECT year, month, city, sum(persons) FROM change GROUP BY 1, 2, 3 HAVING sum(persons) <> 0
            ON CONFLICT (year, month, city) DO UPDATE SET persons = goal_tally.persons + EXCLUDED.persons""";
    private final Sql sql;

    public Folding(Sql sql) {
        this.sql = sql;
    }

    private record Asked(UUID person, int year) {}

    @Swept
    @Scheduled(every = "2s", identity = "goal-folding", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        fold();
    }

    /** One replica at a time: two that moved the same person's year would move the sums twice. @return entries that were taken, at most a thousand */
    @Transactional
    public int fold() {
        if (!sql.first("SELECT pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), LOCK)
                .orElseThrow()) {
            return 0;
        }
        List<Asked> asked = sql.list(TAKE, row -> new Asked(row.getObject(1, UUID.class), row.getInt(2)), AT_ONCE);
        if (!asked.isEmpty()) {
            sql.update(
                    FOLD,
                    asked.stream().map(Asked::person).toArray(UUID[]::new),
                    asked.stream().map(Asked::year).toArray(Integer[]::new));
        }
        return asked.size();
    }
}
