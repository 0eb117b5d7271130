package org.chizheng.verification.gate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** What gates handed over of the checks that they made without a network. */
@ApplicationScoped
public class GateLog {
    private static final int MOST = 200;
    private static final String WITHIN = """
            SELECT g.entry_id, g.checked_at, g.result, g.gate, g.address, g.code, c.id, c.holder_name
            FROM gate_log g LEFT JOIN certificate c ON c.code = g.code
            WHERE c.region LIKE ? OR c.id IS NULL AND length(?) <= 2 ORDER BY g.checked_at DESC, g.entry_id LIMIT """ + " " + MOST;
    private final Sql sql;

    public GateLog(Sql sql) {
        this.sql = sql;
    }

    /** certificate and holder: null where the code is nobody's or none was read; address: of a code that led elsewhere. */
    public record Handed(
            UUID id,
            Instant checkedAt,
            String result,
            String gate,
            String address,
            String code,
            UUID certificate,
            String holder) {}

    /** The newest, of certificates earned within the region; what belongs to no certificate is shown to the province. */
    public List<Handed> within(String scope) {
        String digits = scope.replaceAll("\\D", "").replaceFirst("(00)+$", "");
        return sql.list(
                WITHIN,
                row -> new Handed(
                        row.getObject("entry_id", UUID.class),
                        Sql.instant(row, "checked_at"),
                        row.getString("result"),
                        row.getString("gate"),
                        row.getString("address"),
                        row.getString("code"),
                        row.getObject("id", UUID.class),
                        row.getString("holder_name")),
                digits + "%",
                digits);
    }
}
