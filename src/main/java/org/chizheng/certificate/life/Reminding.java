package org.chizheng.certificate.life;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Reminds holders and their employers on the days before expiry that the policies name: work in proportion to what falls due on the day, each reminder once. Messages are
 * laid into the outbox, which sends them, and shown on the recipients' pages.
 */
@ApplicationScoped
public class Reminding {
    private static final int MADE_UP_FOR_DAYS = 30;
    private static final String DUE = """
            WITH due AS (
                SELECT c.id, c.person_id, c.qualification, c.valid_to, d.days
                FROM (SELECT t.policy, trim(x)::int FROM policy_term t CROSS JOIN unnest(string_to_array(t.value, ',')) x WHERE t.term = 'REMINDER_DAYS') d (policy, days)
                JOIN certificate c ON c.valid_to = ?::date + d.days AND c.policy = d.policy
                WHERE NOT EXISTS (SELECT 1 FROM certificate_event e WHERE e.certificate_id = c.id
                                  AND e.kind IN ('REVOKED', 'WITHDRAWN', 'CANCELLED', 'SUPERSEDED')))
            INSERT INTO message_outbox (id, %s, template, certificate_id, days, parameters, lang, created_at)
            """;
    private static final String TO_HOLDER = DUE.formatted("person_id") + """
            SELECT gen_random_uuid(), person_id, 'CERTIFICATE_EXPIRES', id, days, ARRAY[days::text, valid_to::text, qualification], 'zh', ?
            FROM due ON CONFLICT (certificate_id, days, template, person_id) WHERE person_id IS NOT NULL DO NOTHING""";
    private static final String TO_EMPLOYER = DUE.formatted("enterprise_id") + """
            SELECT gen_random_uuid(), enterprise_id, 'CERTIFICATE_EXPIRES', id, days, ARRAY[days::text, valid_to::text, qualification], 'zh', ?
            FROM (SELECT DISTINCT u.*, p.enterprise_id
                  FROM due u JOIN appointment a ON a.person_id = u.person_id AND a.known_until IS NULL AND (a.valid_until IS NULL OR a.valid_until > u.valid_to - u.days)
                  JOIN post p ON p.id = a.post_id
                  JOIN requirement r ON r.post_id = p.id AND r.known_until IS NULL AND r.valid_until IS NULL
                  WHERE r.qualification = u.qualification
                     OR EXISTS (SELECT 1 FROM qualification_cover q WHERE q.covering = u.qualification AND q.covered = r.qualification)) one
            ON CONFLICT (certificate_id, days, template, enterprise_id) WHERE enterprise_id IS NOT NULL DO NOTHING""";
    private final Sql sql;
    private final OfficialClock clock;

    public Reminding(Sql sql, OfficialClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The days since the last one, thirty at most; the very first time today alone. */
    @Swept
    @Scheduled(every = "10m", identity = "reminding", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        LocalDate today = clock.today();
        List<LocalDate> done = sql.list(
                "SELECT day FROM reminder_day WHERE day BETWEEN ? AND ? ORDER BY day",
                row -> Sql.date(row, "day"),
                today.minusDays(MADE_UP_FOR_DAYS),
                today);
        LocalDate first = done.isEmpty() ? today : done.get(0);
        first.datesUntil(today.plusDays(1))
                .filter(day -> !done.contains(day))
                .forEach(day -> QuarkusTransaction.requiringNew().run(() -> once(day)));
    }

    /** One replica writes a day's reminders; the row of the day holds off the others until it is done. */
    private void once(LocalDate day) {
        if (sql.update(
                        "INSERT INTO reminder_day (day, done_at) VALUES (?, ?) ON CONFLICT (day) DO NOTHING",
                        day,
                        clock.now())
                > 0) {
            write(day);
        }
    }

    /** Writes what falls due on a day; what is there already stays as it is. @return messages written */
    public int remind(LocalDate day) {
        return QuarkusTransaction.joiningExisting().call(() -> write(day));
    }

    private int write(LocalDate day) {
        return sql.update(TO_HOLDER, day, clock.now()) + sql.update(TO_EMPLOYER, day, clock.now());
    }
}
