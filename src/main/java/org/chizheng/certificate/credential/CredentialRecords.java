package org.chizheng.certificate.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.certificate.Certificates;
import org.chizheng.certificate.Standings;
import org.chizheng.certificate.rule.Standing;
import org.chizheng.certificate.status.Placing;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.Sql;
import org.chizheng.regulation.Qualifications;

/** Certificates as stored, with their places in the status lists. */
@ApplicationScoped
public class CredentialRecords {
    private static final String FACTS = """
            SELECT c.*, p.list, p.place FROM certificate c LEFT JOIN status_place p ON p.certificate_id = c.id WHERE c.id = ?""";
    private final Sql sql;
    private final Certificates certificates;
    private final Standings standings;
    private final Qualifications qualifications;
    private final ChizhengConfig config;

    public CredentialRecords(
            Sql sql,
            Certificates certificates,
            Standings standings,
            Qualifications qualifications,
            ChizhengConfig config) {
        this.sql = sql;
        this.certificates = certificates;
        this.standings = standings;
        this.qualifications = qualifications;
        this.config = config;
    }

    Optional<CredentialFacts> find(UUID certificate) {
        return sql.first(FACTS, this::facts, certificate);
    }

    /** Whether its holder may work by it on that day. */
    boolean isInForce(CredentialFacts facts, LocalDate day) {
        return certificates
                .find(facts.certificate())
                .map(certificate -> standings.on(day, certificate))
                .filter(Standing::isFit)
                .isPresent();
    }

    private CredentialFacts facts(ResultSet row) throws SQLException {
        int list = row.getInt("list");
        Placing.Place place = row.wasNull() ? null : new Placing.Place(list, row.getInt("place"));
        return new CredentialFacts(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("code"),
                row.getString("holder_name"),
                row.getString("holder_id_masked"),
                qualifications.get(row.getString("qualification")),
                row.getString("issuer_zh"),
                row.getString("issuer_en"),
                Sql.date(row, "first_issued_on"),
                Sql.date(row, "valid_from"),
                Sql.date(row, "valid_to"),
                place,
                config.publicUrl());
    }
}
