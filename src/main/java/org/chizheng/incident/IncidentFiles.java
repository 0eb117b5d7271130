package org.chizheng.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.incident.rule.IncidentState;
import org.chizheng.incident.rule.Measure;

/** All there is of one incident; what is sealed is opened here. */
@ApplicationScoped
public class IncidentFiles {
    static final String ACCOUNT = "incident.account";
    static final String EVIDENCE = "incident.evidence";
    static final String STATEMENT = "incident.statement";
    static final String GROUNDS = "incident.grounds";
    private final Incidents incidents;
    private final Sealer sealer;
    private final Sql sql;

    IncidentFiles(Incidents incidents, Sealer sealer, Sql sql) {
        this.incidents = incidents;
        this.sealer = sealer;
        this.sql = sql;
    }

    public Optional<IncidentFile> find(UUID id) {
        return incidents.find(id).map(this::file);
    }

    /** Nobody else acts on the incident until the acting transaction ends. */
    IncidentFile locked(UUID id) {
        if (sql.first("SELECT 1 FROM incident WHERE id = ? FOR UPDATE", row -> true, id)
                .isEmpty()) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return find(id).orElseThrow();
    }

    /** A piece of evidence in the bytes that were handed over. */
    public record Content(String name, String mediaType, byte[] bytes) {}

    public Optional<Content> content(UUID incident, UUID evidence) {
        return sql.first(
                "SELECT name, media_type, content_sealed FROM incident_evidence WHERE id = ? AND incident_id = ? AND kind = 'FILE'",
                row -> new Content(
                        row.getString(1), row.getString(2), sealer.open(row.getBytes(3), EVIDENCE, evidence)),
                evidence,
                incident);
    }

    private IncidentFile file(IncidentRow row) {
        UUID id = row.id();
        List<IncidentFile.Signature> signatures = sql.list(
                "SELECT * FROM incident_signature WHERE incident_id = ? ORDER BY place",
                g -> new IncidentFile.Signature(
                        new Signatory(g.getString("signer"), g.getObject("person_id", UUID.class)),
                        g.getString("digest"),
                        Sql.instant(g, "signed_at")),
                id);
        Instant second = signatures.size() < IncidentState.SIGNATURES
                ? null
                : signatures.get(IncidentState.SIGNATURES - 1).at();
        String account = sql.first(
                        "SELECT account_sealed FROM incident WHERE id = ?",
                        a -> sealer.openText(a.getBytes(1), ACCOUNT, id),
                        id)
                .orElseThrow();
        return new IncidentFile(
                row,
                account,
                sql.list(
                        "SELECT * FROM incident_evidence WHERE incident_id = ? ORDER BY added_at, id",
                        e -> evidence(e, second),
                        id),
                signatures,
                notice(id),
                sql.list(
                        "SELECT * FROM incident_decision WHERE incident_id = ? ORDER BY decided_at",
                        IncidentFiles::decision,
                        id),
                appeal(id),
                withdrawal(id));
    }

    private IncidentFile.Evidence evidence(ResultSet row, Instant second) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Instant at = Sql.instant(row, "added_at");
        boolean note = "NOTE".equals(row.getString("kind"));
        return new IncidentFile.Evidence(
                id,
                row.getString("kind"),
                row.getString("name"),
                row.getString("media_type"),
                (row.getInt("bytes") + 1023) / 1024,
                note ? sealer.openText(row.getBytes("content_sealed"), EVIDENCE, id) : null,
                row.getString("recording"),
                row.getString("camera"),
                Sql.instant(row, "from_at"),
                Sql.instant(row, "until_at"),
                row.getString("digest"),
                row.getString("added_by"),
                at,
                second != null && at.isAfter(second));
    }

    private IncidentFile.Notice notice(UUID id) {
        return sql.first(
                        "SELECT * FROM incident_notice WHERE incident_id = ?",
                        row -> new IncidentFile.Notice(
                                Sql.instant(row, "told_at"),
                                row.getString("how"),
                                row.getBytes("statement_sealed") == null
                                        ? null
                                        : sealer.openText(row.getBytes("statement_sealed"), STATEMENT, id),
                                row.getString("signature"),
                                row.getString("remark"),
                                row.getString("told_by")),
                        id)
                .orElse(null);
    }

    private static IncidentFile.Decision decision(ResultSet row) throws SQLException {
        return new IncidentFile.Decision(
                row.getObject("id", UUID.class),
                row.getString("stage"),
                Measure.valueOf(row.getString("effect")),
                row.getBoolean("whole"),
                Sql.date(row, "ban_until"),
                row.getString("reasons"),
                new Signatory(row.getString("decided_by"), row.getObject("person_id", UUID.class)),
                Sql.instant(row, "decided_at"),
                Sql.date(row, "appeal_due"));
    }

    private IncidentFile.Appeal appeal(UUID id) {
        return sql.first(
                        "SELECT * FROM incident_appeal WHERE incident_id = ?",
                        row -> new IncidentFile.Appeal(
                                sealer.openText(row.getBytes("grounds_sealed"), GROUNDS, id),
                                row.getString("filed_by"),
                                Sql.instant(row, "filed_at"),
                                Sql.date(row, "answer_due")),
                        id)
                .orElse(null);
    }

    private IncidentFile.Withdrawal withdrawal(UUID id) {
        return sql.first(
                        "SELECT withdrawn_by, withdrawn_at, withdrawn_reason FROM incident WHERE id = ? AND withdrawn_at IS NOT NULL",
                        row -> new IncidentFile.Withdrawal(
                                row.getString(1), Sql.instant(row, "withdrawn_at"), row.getString(3)),
                        id)
                .orElse(null);
    }
}
