package org.chizheng.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
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
    private static final int SHOWN = 100;
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

    public List<CertificateView> newest() {
        return sql.list("SELECT * FROM certificate ORDER BY issued_at DESC LIMIT " + SHOWN, this::view);
    }

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
