package org.chizheng.certificate.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** Certificates of other authorities. */
@ApplicationScoped
public class ForeignCertificates {
    private static final String SELECT = """
            SELECT f.*, p.name, d.zh, d.en FROM foreign_certificate f JOIN person p ON p.id = f.person_id JOIN department d ON d.code = f.department
            """;
    private final Sql sql;

    public ForeignCertificates(Sql sql) {
        this.sql = sql;
    }

    public List<ForeignCertificate> ofPerson(UUID person) {
        return sql.list(
                SELECT + "WHERE f.person_id = ? ORDER BY f.valid_to DESC, f.id", ForeignCertificates::view, person);
    }

    /** What officers of a region recorded, the newest hundred. */
    public List<ForeignCertificate> recordedWithin(String scope) {
        return sql.list(
                SELECT + "WHERE f.region LIKE ? ORDER BY f.recorded_at DESC, f.id LIMIT 100",
                ForeignCertificates::view,
                scope.replaceAll("\\D", "") + "%");
    }

    private static ForeignCertificate view(ResultSet row) throws SQLException {
        return new ForeignCertificate(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                row.getString("qualification"),
                row.getString("zh"),
                row.getString("en"),
                row.getString("issuer"),
                Sql.date(row, "valid_from"),
                Sql.date(row, "valid_to"),
                row.getString("file_digest"),
                row.getString("recorded_by"),
                Sql.instant(row, "recorded_at"));
    }
}
