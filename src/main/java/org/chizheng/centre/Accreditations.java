package org.chizheng.centre;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

/** What centres may examine in. */
@ApplicationScoped
public class Accreditations {
    private static final String ALL = """
            SELECT a.*, ARRAY(SELECT q.qualification FROM accreditation_qualification q WHERE q.accreditation_id = a.id ORDER BY 1) qualifications
            FROM accreditation a """;
    private static final String MAY = """
            SELECT EXISTS (SELECT 1 FROM accreditation a WHERE a.centre_id = ?) known,
                   EXISTS (SELECT 1 FROM accreditation a JOIN accreditation_qualification q ON q.accreditation_id = a.id
                           WHERE a.centre_id = ? AND q.qualification = ? AND ? BETWEEN a.valid_from AND a.valid_to) covered""";
    private static final Sql.Row<AccreditationView> ROW = row -> new AccreditationView(
            row.getObject("id", UUID.class),
            row.getObject("centre_id", UUID.class),
            row.getString("number"),
            Sql.date(row, "valid_from"),
            Sql.date(row, "valid_to"),
            row.getString("end_reason"),
            List.of((String[]) row.getArray("qualifications").getArray()));
    private final Sql sql;
    private final CentreConfig config;

    public Accreditations(Sql sql, CentreConfig config) {
        this.sql = sql;
        this.config = config;
    }

    /** The newest first. */
    public List<AccreditationView> of(UUID centre) {
        return sql.list(ALL + " WHERE a.centre_id = ? ORDER BY a.valid_to DESC, a.number", ROW, centre);
    }

    /** Whether a centre may examine in this qualification on this day. A centre without any accreditation on record may, unless the installation demands one. */
    public boolean mayExamine(UUID centre, String qualification, LocalDate day) {
        return sql.first(
                        MAY,
                        row -> row.getBoolean("covered") || !row.getBoolean("known") && !config.accreditationRequired(),
                        centre,
                        centre,
                        qualification,
                        day)
                .orElseThrow();
    }
}
