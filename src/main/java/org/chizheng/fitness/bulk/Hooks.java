package org.chizheng.fitness.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Webhooks of enterprises, and what was sent to them. */
@ApplicationScoped
public class Hooks {
    private static final String SENT = """
            SELECT d.*, w.url, c.code FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id JOIN certificate c ON c.id = d.certificate_id
            WHERE w.enterprise_id = ? ORDER BY d.made_at DESC, d.id LIMIT 50""";
    private final Sql sql;

    public Hooks(Sql sql) {
        this.sql = sql;
    }

    /** failingSince: null while the last message arrived; disabledAt: null while messages are sent. */
    public record Hook(UUID id, String url, String madeBy, Instant madeAt, Instant failingSince, Instant disabledAt) {}

    /** Those that are not withdrawn. */
    public List<Hook> of(UUID enterprise) {
        return sql.list(
                "SELECT * FROM webhook WHERE enterprise_id = ? AND withdrawn_at IS NULL ORDER BY made_at",
                row -> new Hook(
                        row.getObject("id", UUID.class),
                        row.getString("url"),
                        row.getString("made_by"),
                        Sql.instant(row, "made_at"),
                        Sql.instant(row, "failing_since"),
                        Sql.instant(row, "disabled_at")),
                enterprise);
    }

    /**
     * A message in the log.
     *
     * @param outcome DELIVERED, GIVEN_UP, or null while it is still tried
     * @param status of the last answer, null when there was none
     * @param fault why the last try failed, null if it did not
     */
    public record Sent(
            UUID id,
            String url,
            String certificate,
            String event,
            LocalDate effectiveOn,
            Instant madeAt,
            int attempts,
            Instant nextAt,
            String outcome,
            Integer status,
            String fault) {}

    /** The newest fifty. */
    public List<Sent> sent(UUID enterprise) {
        return sql.list(
                SENT,
                row -> new Sent(
                        row.getObject("id", UUID.class),
                        row.getString("url"),
                        row.getString("code"),
                        row.getString("event"),
                        Sql.date(row, "effective_on"),
                        Sql.instant(row, "made_at"),
                        row.getInt("attempts"),
                        Sql.instant(row, "next_at"),
                        row.getString("outcome"),
                        row.getObject("last_status", Integer.class),
                        row.getString("last_fault")),
                enterprise);
    }
}
