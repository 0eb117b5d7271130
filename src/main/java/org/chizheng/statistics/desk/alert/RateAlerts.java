package org.chizheng.statistics.desk.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;
import org.chizheng.statistics.desk.DeskTerms.Span;
import org.chizheng.statistics.desk.rule.Fall;

/** Alerts by region. */
@ApplicationScoped
public class RateAlerts {
    private static final String WITHIN =
            "SELECT * FROM rate_alert WHERE EXISTS (SELECT FROM unnest(?) AS reach (code) WHERE starts_with(region, reach.code))";
    /** What fell by most people first. */
    private static final String OPEN = WITHIN
            + " AND state = 'OPEN' ORDER BY (required_after - covered_after) - (required_before - covered_before) DESC, region LIMIT ?";

    private static final String ENDED =
            WITHIN + " AND state <> 'OPEN' AND changed_at >= ?::date - 90 ORDER BY changed_at DESC, id LIMIT ?";
    private final Sql sql;

    RateAlerts(Sql sql) {
        this.sql = sql;
    }

    /** @param regions codes that reach all below them */
    public List<RateAlert> open(List<String> regions, int most) {
        return sql.list(OPEN, RateAlerts::alert, regions.toArray(String[]::new), most);
    }

    /** Those that ended within the ninety days before a day, the newest first. */
    public List<RateAlert> ended(List<String> regions, LocalDate day, int most) {
        return sql.list(ENDED, RateAlerts::alert, regions.toArray(String[]::new), day, most);
    }

    public Optional<RateAlert> find(UUID id) {
        return sql.first("SELECT * FROM rate_alert WHERE id = ?", RateAlerts::alert, id);
    }

    /** The row stays locked until the acting transaction ends. */
    Optional<RateAlert> locked(UUID id) {
        return sql.first("SELECT * FROM rate_alert WHERE id = ? FOR UPDATE", RateAlerts::alert, id);
    }

    /** By region; locked until the acting transaction ends. */
    Map<String, RateAlert> running() {
        Map<String, RateAlert> found = new HashMap<>();
        sql.list("SELECT * FROM rate_alert WHERE state = 'OPEN' FOR UPDATE", RateAlerts::alert)
                .forEach(alert -> found.put(alert.region(), alert));
        return found;
    }

    /** By region, the last day up to which a fall has been settled, of those settled on or after a day. */
    Map<String, LocalDate> settledSince(LocalDate day) {
        Map<String, LocalDate> found = new HashMap<>();
        sql.list(
                "SELECT region, max(day) AS settled FROM rate_alert WHERE state <> 'OPEN' AND day >= ? GROUP BY region",
                row -> found.put(row.getString("region"), Sql.date(row, "settled")),
                day);
        return found;
    }

    private static RateAlert alert(ResultSet row) throws SQLException {
        return new RateAlert(
                row.getObject("id", UUID.class),
                row.getString("region"),
                Span.valueOf(row.getString("span")),
                Sql.date(row, "base_day"),
                Sql.date(row, "raised_for"),
                Sql.date(row, "day"),
                new Fall(
                        row.getLong("required_before"),
                        row.getLong("covered_before"),
                        row.getLong("required_after"),
                        row.getLong("covered_after")),
                new Fall.Limit(
                        row.getLong("limit_hundredths"), row.getLong("limit_people"), row.getLong("limit_least")),
                RateAlert.State.valueOf(row.getString("state")),
                Sql.instant(row, "raised_at"),
                Sql.instant(row, "changed_at"),
                row.getString("closed_by"),
                row.getString("words"));
    }
}
