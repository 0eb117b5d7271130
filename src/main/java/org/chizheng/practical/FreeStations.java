package org.chizheng.practical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Stations that no other day of practicals has at a time. */
@ApplicationScoped
class FreeStations {
    private static final String TAKEN = """
            SELECT t.label, s.starts_at, s.ends_at FROM practical_session_station p JOIN practical_session s ON s.id = p.session_id JOIN station t ON t.id = p.station_id
            WHERE p.station_id = ANY (?) AND s.cancelled_at IS NULL AND s.starts_at < ? AND s.ends_at > ? ORDER BY s.starts_at, t.label LIMIT 1""";
    private final Sql sql;

    FreeStations(Sql sql) {
        this.sql = sql;
    }

    private record Taken(String label, Instant from, Instant until) {}

    /** Their rows are held until the transaction ends, in the order of their ids, so that of two who plan at once one waits and sees the other's day. @throws Refused STATION_PLANNED with the label and the other day's times */
    void mustBeFree(List<UUID> stations, Instant from, Instant until) {
        Object ids = stations.toArray(UUID[]::new);
        sql.list("SELECT 1 FROM station WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE", row -> true, ids);
        sql.first(
                        TAKEN,
                        row -> new Taken(
                                row.getString("label"), Sql.instant(row, "starts_at"), Sql.instant(row, "ends_at")),
                        ids,
                        until,
                        from)
                .ifPresent(taken -> {
                    throw new Refused(
                            PracticalRefusal.STATION_PLANNED,
                            taken.label(),
                            local(taken.from()).toLocalDate(),
                            local(taken.from()).toLocalTime(),
                            local(taken.until()).toLocalTime());
                });
    }

    private static LocalDateTime local(Instant instant) {
        return instant.atZone(OfficialClock.ZONE)
                .toLocalDateTime()
                .withSecond(0)
                .withNano(0);
    }
}
