package org.chizheng.certificate.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Applications for renewal. */
@ApplicationScoped
public class Renewals {
    private static final String WAITING = """
            SELECT n.* FROM certificate_renewal n JOIN certificate c ON c.id = n.certificate_id
            WHERE n.decision IS NULL AND c.region LIKE ? ORDER BY n.asked_at LIMIT 200""";
    private final Sql sql;

    public Renewals(Sql sql) {
        this.sql = sql;
    }

    public Optional<RenewalView> find(UUID id) {
        return sql.first("SELECT * FROM certificate_renewal WHERE id = ?", Renewals::view, id);
    }

    /** The newest first. */
    public List<RenewalView> of(UUID certificate) {
        return sql.list(
                "SELECT * FROM certificate_renewal WHERE certificate_id = ? ORDER BY asked_at DESC, id",
                Renewals::view,
                certificate);
    }

    /** Within a region, the oldest first, two hundred at most. */
    public List<RenewalView> waiting(String scope) {
        return sql.list(WAITING, Renewals::view, scope.replaceAll("\\D", "") + "%");
    }

    private static RenewalView view(ResultSet row) throws SQLException {
        return new RenewalView(
                row.getObject("id", UUID.class),
                row.getObject("certificate_id", UUID.class),
                row.getString("policy"),
                row.getString("asked_by"),
                row.getBoolean("asked_by_holder"),
                Sql.instant(row, "asked_at"),
                Sql.date(row, "health_on"),
                row.getInt("hours"),
                row.getString("training_document"),
                row.getString("decision"),
                row.getString("decided_by"),
                Sql.instant(row, "decided_at"),
                row.getString("decision_note"));
    }
}
