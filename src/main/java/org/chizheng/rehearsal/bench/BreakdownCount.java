package org.chizheng.rehearsal.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.chizheng.journey.Visitor;

import com.fasterxml.jackson.databind.JsonNode;

/** By how much the rate of all cities by item, key post, industry, class and size differs from what plain SQL counts of the day. */
final class BreakdownCount {
    private static final String COUNT = """
            WITH f AS MATERIALIZED (
              SELECT left(f.region, 4) city, f.qualification, q.post_category, coalesce(e.industry, '') industry, coalesce(e.high_risk, false)::text risk,
                     coalesce(e.size, '') size, f.covered_until IS NOT NULL covered, f.in_grace AND f.covered_until IS NULL grace
              FROM fitness_on(?, now()) f JOIN qualification q ON q.code = f.qualification
              LEFT JOIN enterprise_fact e ON e.enterprise_id = f.enterprise_id AND e.known_until IS NULL AND e.valid_from <= ? AND (e.valid_until IS NULL OR e.valid_until > ?))
            SELECT concat_ws(' ', city, d.dimension, d.code), count(*), count(*) FILTER (WHERE covered), count(*) FILTER (WHERE grace)
            FROM f CROSS JOIN LATERAL (VALUES ('qualification', qualification), ('category', post_category), ('industry', industry), ('risk', risk), ('size', size)) d (dimension, code)
            GROUP BY 1""";
    private static final List<String> DIMENSIONS = List.of("qualification", "category", "industry", "risk", "size");
    private static final String DOOR = "/api/statistics/holder-rate/breakdown?region=32&by=%s&asOf=%s";

    private BreakdownCount() {}

    /** @param officer who sees all of the province */
    static long difference(Connection connection, Visitor officer, LocalDate day) throws IOException, SQLException {
        Map<String, List<Long>> counted = counted(connection, day);
        long difference = 0;
        for (String dimension : DIMENSIONS) {
            JsonNode view = officer.look(DOOR.formatted(dimension, day)).json();
            for (JsonNode row : view.get("rows")) {
                for (int i = 0; i < view.get("cities").size(); i++) {
                    String city = view.get("cities").get(i).get("code").asText();
                    List<Long> other = counted.remove(
                            city + " " + dimension + " " + row.get("code").asText());
                    difference += difference(row.get("cells").get(i), other == null ? List.of(0L, 0L, 0L) : other);
                }
            }
        }
        return difference
                + counted.values().stream().mapToLong(counts -> counts.get(0)).sum();
    }

    private static long difference(JsonNode cell, List<Long> other) {
        return Math.abs(cell.get("denominator").asLong() - other.get(0))
                + Math.abs(cell.get("numerator").asLong() - other.get(1))
                + Math.abs(cell.get("grace").asLong() - other.get(2));
    }

    private static Map<String, List<Long>> counted(Connection connection, LocalDate day) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            for (int place = 1; place <= 3; place++) {
                count.setObject(place, day);
            }
            Map<String, List<Long>> counted = new HashMap<>();
            try (ResultSet rows = count.executeQuery()) {
                while (rows.next()) {
                    counted.put(rows.getString(1), List.of(rows.getLong(2), rows.getLong(3), rows.getLong(4)));
                }
            }
            return counted;
        }
    }
}
