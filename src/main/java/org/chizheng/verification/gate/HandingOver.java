package org.chizheng.verification.gate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Stores what gates hand over, each entry once however often it is sent. A stored entry is never changed. */
@ApplicationScoped
public class HandingOver {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final String STORE = """
            INSERT INTO gate_log (entry_id, checked_at, code, result, list_issued_at, gate, address, handed_by, handed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (entry_id) DO NOTHING""";
    private static final String STORED = "SELECT * FROM gate_log WHERE entry_id = ANY (?)";
    private final Sql sql;
    private final OfficialClock clock;
    private final Auditing auditing;

    public HandingOver(Sql sql, OfficialClock clock, Auditing auditing) {
        this.sql = sql;
        this.clock = clock;
        this.auditing = auditing;
    }

    /**
     * @param by the account that hands over
     * @return ids of those that are stored as they were sent; one that came before with other words is not among them
     * @throws Refused FIELD_INVALID for a time before 1970 or after 2199
     */
    @Transactional
    public List<UUID> take(List<GateEntry> sent, String by) {
        List<GateEntry> entries = sent.stream().map(HandingOver::exact).toList();
        Instant now = clock.now();
        sql.batch(
                STORE,
                entries.stream()
                        .map(entry -> new Object[] {
                            entry.id(),
                            entry.at(),
                            entry.code(),
                            entry.result().name(),
                            entry.listIssuedAt(),
                            entry.gate(),
                            entry.address(),
                            by,
                            now
                        })
                        .toList());
        auditing.note("received", "gate-log", entries.get(0).id(), entries.size() + " entries");
        Set<GateEntry> stored = new HashSet<>(sql.list(STORED, HandingOver::stored, (Object)
                entries.stream().map(GateEntry::id).toArray(UUID[]::new)));
        return entries.stream()
                .filter(stored::contains)
                .map(GateEntry::id)
                .distinct()
                .toList();
    }

    /** As the device's clock told it, in milliseconds. */
    private static GateEntry exact(GateEntry entry) {
        return new GateEntry(
                entry.id(),
                time(entry.at(), "at"),
                entry.code(),
                entry.result(),
                entry.listIssuedAt() == null ? null : time(entry.listIssuedAt(), "listIssuedAt"),
                entry.gate(),
                entry.address());
    }

    private static Instant time(Instant time, String field) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw new Refused(CommonRefusal.FIELD_INVALID, field, "");
        }
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static GateEntry stored(ResultSet row) throws SQLException {
        return new GateEntry(
                row.getObject("entry_id", UUID.class),
                Sql.instant(row, "checked_at"),
                row.getString("code"),
                GateResult.valueOf(row.getString("result")),
                Sql.instant(row, "list_issued_at"),
                row.getString("gate"),
                row.getString("address"));
    }
}
