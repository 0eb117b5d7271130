package org.chizheng.centre;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.common.Sql;

/** What of a centre expires soon or has expired: accreditations that no later one follows, qualifications of those who work there, inspections of devices in service. */
@ApplicationScoped
public class Expiries {
    private static final String SOON = """
            SELECT centre_id, 'ACCREDITATION' kind, number subject, valid_to last FROM accreditation a
            WHERE centre_id = ANY (?) AND valid_to <= ? AND end_reason IS NULL AND EXISTS (
                SELECT 1 FROM accreditation_qualification q WHERE q.accreditation_id = a.id AND NOT EXISTS (
                    SELECT 1 FROM accreditation b JOIN accreditation_qualification r ON r.accreditation_id = b.id
                    WHERE b.centre_id = a.centre_id AND b.valid_to > a.valid_to AND r.qualification = q.qualification))
            UNION ALL SELECT s.centre_id, s.duty, p.name, s.qualified_until FROM centre_staff s JOIN person p ON p.id = s.person_id
            WHERE s.centre_id = ANY (?) AND s.qualified_until <= ? AND (s.until IS NULL OR s.until >= ?)
            UNION ALL SELECT t.centre_id, 'DEVICE', t.label || ' ' || d.name || ' ' || d.serial, d.checked_until
            FROM station_device d JOIN station t ON t.id = d.station_id
            WHERE t.centre_id = ANY (?) AND d.checked_until <= ? AND d.out_since IS NULL AND t.out_since IS NULL
            ORDER BY last, kind, subject""";
    private final Sql sql;
    private final CentreConfig config;
    private final OfficialClock clock;

    public Expiries(Sql sql, CentreConfig config, OfficialClock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /** kind: ACCREDITATION, DEVICE, or the duty of somebody whose qualification ends; last: the last good day. */
    public record Expiry(UUID centreId, String kind, String subject, LocalDate last, boolean over) {}

    /** Days that are looked ahead. */
    public int ahead() {
        return config.expiryDays();
    }

    /** The most urgent first. */
    public List<Expiry> of(Collection<UUID> centres) {
        LocalDate today = clock.today();
        LocalDate horizon = today.plusDays(config.expiryDays());
        UUID[] asked = centres.toArray(UUID[]::new);
        return sql.list(
                SOON,
                row -> new Expiry(
                        row.getObject("centre_id", UUID.class),
                        row.getString("kind"),
                        row.getString("subject"),
                        Sql.date(row, "last"),
                        Sql.date(row, "last").isBefore(today)),
                asked,
                horizon,
                asked,
                horizon,
                today,
                asked,
                horizon);
    }
}
