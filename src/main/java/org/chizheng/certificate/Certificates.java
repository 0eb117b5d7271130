package org.chizheng.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.certificate.rule.Validity;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;

/** Certificates, their events and their files. */
@ApplicationScoped
public class Certificates {
    private static final String LISTED = """
            SELECT c.id, c.code, c.holder_name, c.holder_id_masked, c.qualification, c.valid_from, c.valid_to,
                   EXISTS (SELECT 1 FROM certificate_event e WHERE e.certificate_id = c.id AND e.kind = 'REVOKED') revoked
            FROM certificate c JOIN result r ON r.id = c.result_id
            JOIN exam_session s ON s.id = r.session_id JOIN centre z ON z.id = s.centre_id
            WHERE z.region LIKE ? AND (? = '' OR c.holder_name = ? OR c.code = ?)
            ORDER BY c.issued_at DESC LIMIT 100""";
    private static final String LOST = """
            SELECT DISTINCT ON (c.issued_at, c.id) c.id, c.code, c.holder_name, c.holder_id_masked, c.qualification, c.valid_from, c.valid_to, false AS revoked
            FROM result_change x JOIN result r ON r.id = x.result_id AND NOT r.passed JOIN certificate c ON c.result_id = x.result_id
            JOIN exam_session s ON s.id = r.session_id JOIN centre z ON z.id = s.centre_id
            WHERE x.released AND x.old_passed AND NOT x.new_passed AND z.region LIKE ?
              AND NOT EXISTS (SELECT 1 FROM certificate_event e WHERE e.certificate_id = c.id AND e.kind = 'REVOKED')
            ORDER BY c.issued_at DESC, c.id""";
    private static final String REGION = """
            SELECT z.region FROM certificate c JOIN result r ON r.id = c.result_id
            JOIN exam_session s ON s.id = r.session_id JOIN centre z ON z.id = s.centre_id WHERE c.id = ?""";
    private final Sql sql;
    private final Sealer sealer;

    public Certificates(Sql sql, Sealer sealer) {
        this.sql = sql;
        this.sealer = sealer;
    }

    public Optional<CertificateView> byCode(String code) {
        return sql.first("SELECT * FROM certificate WHERE code = ?", this::view, code);
    }

    public Optional<CertificateView> find(UUID id) {
        return sql.first("SELECT * FROM certificate WHERE id = ?", this::view, id);
    }

    public List<CertificateView> ofPerson(UUID person) {
        return sql.list("SELECT * FROM certificate WHERE person_id = ? ORDER BY issued_at DESC", this::view, person);
    }

    /** A line of the officer's list. */
    public record Listed(
            UUID id,
            String code,
            String holder,
            String idMasked,
            String qualification,
            LocalDate validFrom,
            LocalDate validTo,
            boolean revoked) {}

    /** Certificates earned at centres within a region, the newest hundred, or those of a holder or a code. */
    public List<Listed> within(String scope, String holderOrCode) {
        return sql.list(LISTED, Certificates::listed, within(scope), holderOrCode, holderOrCode, holderOrCode);
    }

    /** Certificates, not revoked, whose pass a regrade took back after it was released: whether they stand is decided by the officer, under the rules for certificates. */
    public List<Listed> onLostPasses(String scope) {
        return sql.list(LOST, Certificates::listed, within(scope));
    }

    private static String within(String scope) {
        return scope.replaceAll("\\D", "") + "%";
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("holder_name"),
                row.getString("holder_id_masked"),
                row.getString("qualification"),
                Sql.date(row, "valid_from"),
                Sql.date(row, "valid_to"),
                row.getBoolean("revoked"));
    }

    /** County of the centre where it was earned. */
    public Optional<String> region(UUID id) {
        return sql.first(REGION, row -> row.getString(1), id);
    }

    public List<EventView> events(UUID id) {
        return sql.list(
                "SELECT kind, effective_on, reason, actor FROM certificate_event WHERE certificate_id = ? ORDER BY effective_on, recorded_at",
                row -> new EventView(
                        row.getString(1), Sql.date(row, "effective_on"), row.getString(3), row.getString(4)),
                id);
    }

    /** What happened to a certificate, as staff see it. */
    public record EventView(String kind, LocalDate effectiveOn, String reason, String actor) {}

    /** The bytes as they were drawn at issue. */
    public byte[] pdf(UUID id) {
        byte[] sealed = sql.first(
                        "SELECT pdf_sealed FROM certificate_file WHERE certificate_id = ?", row -> row.getBytes(1), id)
                .orElseThrow();
        return sealer.open(sealed, Issuing.PDF, id);
    }

    private CertificateView view(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<Validity.Event> events = sql.list(
                "SELECT kind, effective_on FROM certificate_event WHERE certificate_id = ? ORDER BY effective_on, recorded_at",
                event -> new Validity.Event(event.getString(1), Sql.date(event, "effective_on")),
                id);
        return new CertificateView(
                id,
                row.getObject("person_id", UUID.class),
                row.getString("qualification"),
                row.getString("policy"),
                row.getString("code"),
                row.getString("holder_name"),
                row.getString("holder_id_masked"),
                row.getString("issuer_zh"),
                row.getString("issuer_en"),
                Sql.date(row, "valid_from"),
                Sql.date(row, "valid_to"),
                events);
    }
}
