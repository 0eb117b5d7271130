package org.chizheng.fitness.bulk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;
import org.chizheng.common.Swept;

import io.quarkus.scheduler.Scheduled;

/**
 * Writes a message for each webhook of an enterprise where the holder of a changed certificate stands at a post that asks for it. Work is in proportion to what changed: events
 * since the last number read, certificates issued since, and those whose day has come. One replica does it at a time, the others pass by.
 */
@ApplicationScoped
public class Announcing {
    private static final int MOST_EVENTS = 500;
    private static final int MADE_UP_FOR_DAYS = 30;
    private static final String NEXT =
            "SELECT max(seq) seq FROM (SELECT seq FROM certificate_event WHERE seq > ? ORDER BY seq LIMIT ?) fresh";
    /** x: certificate, cause, event, first day of its new state, and the day by which its state is told. */
    private static final String WRITE = """
            WITH x (certificate, cause, event, effective_on, told_on) AS (%s)
            INSERT INTO webhook_delivery (id, webhook_id, certificate_id, appointment_id, cause, event, state, effective_on, made_at, next_at)
            SELECT gen_random_uuid(), w.id, c.id, a.id, x.cause, x.event, s.state, x.effective_on, ?, ?
            FROM x JOIN certificate c ON c.id = x.certificate
            JOIN appointment a ON a.person_id = c.person_id AND a.known_until IS NULL AND a.valid_from <= ? AND (a.valid_until IS NULL OR a.valid_until > ?)
            JOIN post p ON p.id = a.post_id
            JOIN webhook w ON w.enterprise_id = p.enterprise_id AND w.withdrawn_at IS NULL AND w.disabled_at IS NULL
            CROSS JOIN LATERAL (SELECT h.state FROM certificates_on(c.person_id, x.told_on, ?) h WHERE h.id = c.id) s
            WHERE EXISTS (SELECT 1 FROM requirement r
                          WHERE r.post_id = p.id AND r.known_until IS NULL AND (r.valid_until IS NULL OR r.valid_until > ?)
                            AND (r.qualification = c.qualification
                                 OR EXISTS (SELECT 1 FROM qualification_cover q WHERE q.covering = c.qualification AND q.covered = r.qualification
                                            AND q.in_force_from <= x.told_on AND (q.in_force_until IS NULL OR q.in_force_until > x.told_on))))
              AND (x.event NOT IN ('EXPIRING', 'EXPIRED', 'REVIEW_OVERDUE') OR s.state = CASE x.event WHEN 'EXPIRING' THEN 'FIT' ELSE x.event END)
              AND (x.event <> 'ISSUED' OR w.made_at <= c.issued_at)
            ON CONFLICT DO NOTHING""";

    private static final String OF_EVENTS = WRITE.formatted("""
            SELECT certificate_id, 'event ' || seq, kind, effective_on, GREATEST(effective_on, ?::date) FROM certificate_event WHERE seq > ? AND seq <= ?""");
    private static final String OF_ISSUE = WRITE.formatted("""
            SELECT id, 'issued', 'ISSUED', valid_from, GREATEST(valid_from, ?::date) FROM certificate WHERE issued_at > ?""");
    /** A certificate may be committed some time after the instant of its issue; what was told already is not told again. A clock that ran ahead and was put right is followed back. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private static final Duration STEP = Duration.ofMinutes(1);
    private static final String OF_DAY = WRITE.formatted("""
            SELECT c.id, 'expiring ' || d.day, 'EXPIRING', d.day, d.day
            FROM (VALUES (?::date)) d (day) JOIN policy_term t ON t.term = 'EXPIRING_DAYS'
            JOIN certificate c ON c.valid_to = d.day + t.value::int AND c.policy = t.policy
            UNION ALL
            SELECT c.id, 'expired ' || d.day, 'EXPIRED', d.day, d.day FROM (VALUES (?::date)) d (day) JOIN certificate c ON c.valid_to = d.day - 1
            UNION ALL
            SELECT r.id, 'review overdue ' || d.day, 'REVIEW_OVERDUE', d.day, d.day FROM (VALUES (?::date)) d (day)
            CROSS JOIN LATERAL (SELECT c.id FROM certificate c WHERE c.review_due = d.day - 1
                                UNION SELECT e.certificate_id FROM certificate_event e WHERE e.review_due = d.day - 1) r (id)""");
    private final Sql sql;
    private final OfficialClock clock;

    public Announcing(Sql sql, OfficialClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Swept
    @Scheduled(every = "5s", identity = "webhook-announcing", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void sweep() {
        Optional<Cursor> read = sql.first(
                "SELECT seq, issued_until FROM webhook_cursor FOR UPDATE SKIP LOCKED",
                row -> new Cursor(row.getLong("seq"), Sql.instant(row, "issued_until")));
        if (read.isPresent()) {
            issues(read.get().issuedUntil());
            events(read.get().seq());
            days(clock.today());
        }
    }

    private record Cursor(long seq, Instant issuedUntil) {}

    private void issues(Instant until) {
        Instant now = clock.now();
        LocalDate today = clock.today();
        Instant from = until.isAfter(now) ? now : until;
        sql.update(OF_ISSUE, today, from.minus(LATE), now, now, today, today, now, today);
        if (until.isAfter(now) || until.plus(STEP).isBefore(now)) {
            sql.update("UPDATE webhook_cursor SET issued_until = ?", now);
        }
    }

    private void events(long read) {
        long next =
                sql.first(NEXT, row -> row.getLong("seq"), read, MOST_EVENTS).orElseThrow();
        if (next > read) {
            Instant now = clock.now();
            LocalDate today = clock.today();
            sql.update(OF_EVENTS, today, read, next, now, now, today, today, now, today);
            sql.update("UPDATE webhook_cursor SET seq = ?", next);
        }
    }

    /** Today, and days since the last one on which the service stood still, thirty at most. */
    private void days(LocalDate today) {
        LocalDate last = sql.first(
                        "SELECT max(day) AS day FROM webhook_day WHERE day >= ?",
                        row -> Optional.ofNullable(Sql.date(row, "day")),
                        today.minusDays(MADE_UP_FOR_DAYS))
                .orElseThrow()
                .orElse(today.minusDays(1));
        for (LocalDate day = last.plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
            sql.update("INSERT INTO webhook_day (day, done_at) VALUES (?, ?) ON CONFLICT DO NOTHING", day, clock.now());
            announce(day);
        }
    }

    /** What expires or begins to, and reviews that were missed; what is written already stays. @return messages written */
    @Transactional
    int announce(LocalDate day) {
        Instant now = clock.now();
        return sql.update(OF_DAY, day, day, day, now, now, day, day, now, day);
    }
}
