package org.chizheng.fitness.bulk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Digests;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** Keys of enterprises, by what is kept of them. */
@ApplicationScoped
public class AccessKeys {
    private final Sql sql;
    private final OfficialClock clock;

    public AccessKeys(Sql sql, OfficialClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whose key was shown. */
    public record Known(UUID id, UUID enterprise) {}

    static byte[] hash(String key) {
        return Digests.of("access-key", key);
    }

    /** The key in force that this is, noting the day of its use. */
    public Optional<Known> find(String key) {
        LocalDate today = clock.today();
        Optional<Known> known = sql.first(
                "SELECT id, enterprise_id FROM access_key WHERE key_hash = ? AND withdrawn_at IS NULL",
                row -> new Known(row.getObject("id", UUID.class), row.getObject("enterprise_id", UUID.class)),
                (Object) hash(key));
        known.ifPresent(found -> sql.update(
                "UPDATE access_key SET last_used_on = ? WHERE id = ? AND last_used_on IS DISTINCT FROM ?",
                today,
                found.id(),
                today));
        return known;
    }

    /** A line of the list; never the key. withdrawnAt: null while it is in force. */
    public record Listed(
            UUID id, String label, String madeBy, Instant madeAt, LocalDate lastUsedOn, Instant withdrawnAt) {}

    /** In force first, the newest fifty. */
    public List<Listed> of(UUID enterprise) {
        return sql.list(
                "SELECT * FROM access_key WHERE enterprise_id = ? ORDER BY withdrawn_at IS NOT NULL, made_at DESC LIMIT 50",
                row -> new Listed(
                        row.getObject("id", UUID.class),
                        row.getString("label"),
                        row.getString("made_by"),
                        Sql.instant(row, "made_at"),
                        Sql.date(row, "last_used_on"),
                        Sql.instant(row, "withdrawn_at")),
                enterprise);
    }
}
