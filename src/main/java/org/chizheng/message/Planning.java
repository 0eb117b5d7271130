package org.chizheng.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;

import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** Decides of each new message by which doors it goes: every one that is open and for which the recipient has an address. Reminders may be declined, legal notices may not. */
@ApplicationScoped
class Planning {
    private static final String NEW = """
            SELECT m.id message, m.person_id, m.enterprise_id, m.direct, m.created_at, m.expires_at, r.template IS NOT NULL reminder
            FROM message_outbox m LEFT JOIN message_reminder_template r ON r.template = m.template
            WHERE m.planned_at IS NULL ORDER BY m.created_at LIMIT ? FOR UPDATE OF m SKIP LOCKED""";
    private static final String PLAN = """
            INSERT INTO message_delivery (id, message_id, door, state, next_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (message_id, door) DO NOTHING""";
    private final Sql sql;
    private final Recipients recipients;
    private final Instance<Door> doors;
    private final MessageConfig config;
    private final OfficialClock clock;

    Planning(Sql sql, Recipients recipients, @Any Instance<Door> doors, MessageConfig config, OfficialClock clock) {
        this.sql = sql;
        this.recipients = recipients;
        this.doors = doors;
        this.config = config;
        this.clock = clock;
    }

    private record Fresh(UUID id, Recipients.Recipient to, Instant createdAt, Instant expiresAt, boolean reminder) {}

    /** @return how many were planned */
    @Transactional
    int plan(int most) {
        List<Fresh> fresh = sql.list(
                NEW,
                row -> new Fresh(
                        row.getObject("message", UUID.class),
                        Recipients.Recipient.of(row),
                        Sql.instant(row, "created_at"),
                        Sql.instant(row, "expires_at"),
                        row.getBoolean("reminder")),
                most);
        Instant now = clock.now();
        List<Object[]> plans = new ArrayList<>();
        for (Fresh message : fresh) {
            planned(message, now, plans);
        }
        sql.batch(PLAN, plans);
        sql.batch(
                "UPDATE message_outbox SET planned_at = ? WHERE id = ?",
                fresh.stream().map(message -> new Object[] {now, message.id()}).toList());
        return fresh.size();
    }

    private void planned(Fresh message, Instant now, List<Object[]> plans) {
        String why = obstacle(message, now);
        List<Way> ways = doors.stream()
                .filter(Door::isOpen)
                .map(Door::way)
                .filter(way -> recipients.address(message.to(), way).isPresent())
                .toList();
        if (why != null || ways.isEmpty()) {
            String state = why == null ? "NO_ADDRESS" : why;
            plans.add(new Object[] {Ids.next(), message.id(), Way.NONE.name(), state, now});
            return;
        }
        ways.forEach(way -> plans.add(new Object[] {Ids.next(), message.id(), way.name(), "WAITING", now}));
    }

    private String obstacle(Fresh message, Instant now) {
        if (message.expiresAt() != null && !message.expiresAt().isAfter(now)) {
            return "OUTDATED";
        }
        if (!message.reminder()) {
            return null;
        }
        if (recipients.declinesReminders(message.to())) {
            return "DECLINED";
        }
        return message.createdAt().plus(config.reminderPatience()).isBefore(now) ? "OUTDATED" : null;
    }
}
