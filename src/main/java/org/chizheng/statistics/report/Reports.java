package org.chizheng.statistics.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.Sql;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Reports that were made. */
@ApplicationScoped
public class Reports {
    private static final String HEAD =
            "SELECT id, region, month, version, replaces, reason, facts_digest, pdf_digest, signature, made_at, made_by FROM monthly_report ";
    private static final String MISSING = """
            SELECT code FROM region r WHERE level IN ('PROVINCE', 'CITY') AND NOT EXISTS (SELECT FROM monthly_report m WHERE m.region = r.code AND m.month = ?)
            ORDER BY code LIMIT 1""";
    private final Sql sql;
    private final ObjectMapper json;

    Reports(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The newest months first, of each the newest version first. */
    public List<Report> of(String region, int most) {
        return sql.list(
                HEAD + "WHERE region = ? ORDER BY month DESC, version DESC LIMIT ?", Reports::report, region, most);
    }

    public Optional<Report> newest(String region, YearMonth month) {
        return sql.first(
                HEAD + "WHERE region = ? AND month = ? ORDER BY version DESC LIMIT 1",
                Reports::report,
                region,
                month.atDay(1));
    }

    /** One of the province and its cities that has none of that month. */
    Optional<String> missing(YearMonth month) {
        return sql.first(MISSING, row -> row.getString(1), month.atDay(1));
    }

    public Optional<Report> find(UUID id) {
        return sql.first(HEAD + "WHERE id = ?", Reports::report, id);
    }

    /** The version that took its place. */
    public Optional<Report> replacing(UUID id) {
        return sql.first(HEAD + "WHERE replaces = ?", Reports::report, id);
    }

    /** The bytes as they were made. */
    public byte[] pdf(UUID id) {
        return sql.first("SELECT pdf FROM monthly_report WHERE id = ?", row -> row.getBytes(1), id)
                .orElseThrow();
    }

    /** The JSON that was digested. */
    public String factsText(UUID id) {
        return sql.first("SELECT facts FROM monthly_report WHERE id = ?", row -> row.getString(1), id)
                .orElseThrow();
    }

    public ReportFacts facts(UUID id) {
        try {
            return json.readValue(factsText(id), ReportFacts.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                row.getString("region"),
                YearMonth.from(Sql.date(row, "month")),
                row.getInt("version"),
                row.getObject("replaces", UUID.class),
                row.getString("reason"),
                row.getString("facts_digest"),
                row.getString("pdf_digest"),
                Base64.getEncoder().encodeToString(row.getBytes("signature")),
                Sql.instant(row, "made_at"),
                row.getString("made_by"));
    }
}
