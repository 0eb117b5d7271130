package org.chizheng.verification.scan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** What looked wrong among the checks, within a region: those of certificates by where they were earned, those of networks for the province as a whole. */
@ApplicationScoped
public class Alarms {
    private static final int MOST = 200;
    private static final String COLUMNS = """
            SELECT a.id, a.kind, a.raised_at, a.figure, a.network, a.seen_at, a.seen_by, a.note, c.id AS certificate, c.code, c.holder_name, c.region
            FROM verification_alarm a LEFT JOIN certificate c ON c.id = a.certificate_id
            """;
    private static final String WITHIN = COLUMNS
            + "WHERE (c.region LIKE ? OR a.kind = 'GUESSING' AND length(?) <= 2) ORDER BY a.seen_at IS NOT NULL, a.raised_at DESC, a.id LIMIT "
            + MOST;
    private final Sql sql;

    public Alarms(Sql sql) {
        this.sql = sql;
    }

    /**
     * An alarm.
     *
     * @param kind MANY_SITES or GUESSING
     * @param figure networks of the day, or guesses in the window
     * @param network four signs, equal for equal networks; null for MANY_SITES
     * @param certificate null for GUESSING, as are code and holder
     * @param region county of the certificate, null for GUESSING
     */
    public record Alarm(
            UUID id,
            String kind,
            Instant raisedAt,
            int figure,
            String network,
            UUID certificate,
            String code,
            String holder,
            String region,
            Instant seenAt,
            String seenBy,
            String note) {
        public boolean isOpen() {
            return seenAt == null;
        }
    }

    /** The open ones first, then the newest. */
    public List<Alarm> within(String scope) {
        String digits = digits(scope);
        return sql.list(WITHIN, Alarms::alarm, digits + "%", digits);
    }

    /** Whether it may be seen from within that region. */
    public boolean isWithin(UUID id, String scope) {
        String digits = digits(scope);
        return find(id).filter(alarm -> alarm.region() == null
                        ? digits.length() <= 2
                        : alarm.region().startsWith(digits))
                .isPresent();
    }

    private Optional<Alarm> find(UUID id) {
        return sql.first(COLUMNS + "WHERE a.id = ?", Alarms::alarm, id);
    }

    /** A region's code without the zeros that fill it up: 320000 is 32, 320100 is 3201. */
    private static String digits(String scope) {
        return scope.replaceAll("\\D", "").replaceFirst("(00)+$", "");
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        byte[] network = row.getBytes("network");
        return new Alarm(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                Sql.instant(row, "raised_at"),
                row.getInt("figure"),
                network == null ? null : HexFormat.of().formatHex(network, 0, 2),
                row.getObject("certificate", UUID.class),
                row.getString("code"),
                row.getString("holder_name"),
                row.getString("region"),
                Sql.instant(row, "seen_at"),
                row.getString("seen_by"),
                row.getString("note"));
    }
}
