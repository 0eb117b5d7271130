package org.chizheng.verification.scan;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Checks of one person's certificates, as the person may see them. */
@ApplicationScoped
public class Scans {
    private static final String OF_PERSON = """
            SELECT s.at, s.result_class, s.via, s.network, c.qualification, e.name
            FROM certificate c CROSS JOIN LATERAL (
              SELECT * FROM verification_scan v WHERE v.certificate_id = c.id ORDER BY v.at DESC LIMIT ?) s
            LEFT JOIN enterprise e ON e.id = s.enterprise_id
            WHERE c.person_id = ? ORDER BY s.at DESC LIMIT ?""";
    private final Sql sql;

    public Scans(Sql sql) {
        this.sql = sql;
    }

    /** enterprise: null for the public; network: four signs that are equal for equal networks and say nothing else. */
    public record Seen(
            Instant at, String resultClass, String via, String qualification, String enterprise, String network) {}

    /** The newest checks of a person's certificates. */
    public List<Seen> ofPerson(UUID person, int most) {
        return sql.list(
                OF_PERSON,
                row -> new Seen(
                        Sql.instant(row, "at"),
                        row.getString("result_class"),
                        row.getString("via"),
                        row.getString("qualification"),
                        row.getString("name"),
                        HexFormat.of().formatHex(row.getBytes("network"), 0, 2)),
                most,
                person,
                most);
    }
}
