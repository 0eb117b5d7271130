package org.chizheng.certificate.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.certificate.rule.Act;
import org.chizheng.common.Sql;

/** Acts that were proposed and wait, or waited, for another officer. */
@ApplicationScoped
public class Proposals {
    private static final String WAITING = """
            SELECT p.* FROM certificate_proposal p JOIN certificate c ON c.id = p.certificate_id
            WHERE p.decision IS NULL AND p.expires_on >= ? AND c.region LIKE ? ORDER BY p.proposed_at LIMIT 200""";
    private final Sql sql;

    public Proposals(Sql sql) {
        this.sql = sql;
    }

    public Optional<Proposal> find(UUID id) {
        return sql.first("SELECT * FROM certificate_proposal WHERE id = ?", Proposals::proposal, id);
    }

    /** The newest first. */
    public List<Proposal> of(UUID certificate) {
        return sql.list(
                "SELECT * FROM certificate_proposal WHERE certificate_id = ? ORDER BY proposed_at DESC, id",
                Proposals::proposal,
                certificate);
    }

    /** Within a region, the oldest first, two hundred at most. */
    public List<Proposal> waiting(String scope, LocalDate day) {
        return sql.list(WAITING, Proposals::proposal, day, scope.replaceAll("\\D", "") + "%");
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                row.getObject("certificate_id", UUID.class),
                Act.valueOf(row.getString("act")),
                row.getString("ground"),
                row.getString("policy"),
                row.getString("reason"),
                row.getString("document"),
                Sql.date(row, "effective_on"),
                row.getString("proposed_by"),
                Sql.instant(row, "proposed_at"),
                Sql.date(row, "expires_on"),
                row.getString("decision"),
                row.getString("decided_by"),
                Sql.instant(row, "decided_at"),
                row.getString("decision_note"));
    }
}
