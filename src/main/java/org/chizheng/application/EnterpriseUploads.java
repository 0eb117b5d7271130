package org.chizheng.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;

/** Sheets that wait for their enterprise's word. */
@ApplicationScoped
public class EnterpriseUploads {
    static final String FILE = "application.upload";
    private final Sql sql;
    private final Sealer sealer;

    public EnterpriseUploads(Sql sql, Sealer sealer) {
        this.sql = sql;
        this.sealer = sealer;
    }

    /** One of them, by whatever account of the enterprise. */
    public record Upload(UUID id, UUID enterpriseId, String region, Instant begunAt, String fileName) {
        boolean excel() {
            return isExcel(fileName);
        }

        static boolean isExcel(String name) {
            return name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
        }

        static Upload of(ResultSet row) throws SQLException {
            return new Upload(
                    row.getObject("id", UUID.class),
                    row.getObject("enterprise_id", UUID.class),
                    row.getString("region"),
                    Sql.instant(row, "begun_at"),
                    row.getString("file_name"));
        }
    }

    Optional<Upload> find(UUID id) {
        return sql.first("SELECT * FROM application_upload WHERE id = ?", Upload::of, id);
    }

    /** The newest ten. */
    List<Upload> of(UUID enterprise) {
        return sql.list(
                "SELECT id, enterprise_id, region, begun_at, file_name FROM application_upload WHERE enterprise_id = ? ORDER BY begun_at DESC LIMIT 10",
                Upload::of,
                enterprise);
    }

    byte[] file(UUID id) {
        return sql.first(
                        "SELECT file_sealed FROM application_upload WHERE id = ?",
                        row -> sealer.open(row.getBytes(1), FILE, id),
                        id)
                .orElseThrow();
    }
}
