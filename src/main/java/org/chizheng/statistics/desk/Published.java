package org.chizheng.statistics.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.statistics.figures.Figures;
import org.chizheng.statistics.figures.Snapshots;
import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Counts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Figures of past days as they were published; of a day without a snapshot, as they were known at its end. */
@ApplicationScoped
public class Published {
    private final Snapshots snapshots;
    private final Figures figures;
    private final ObjectMapper json;

    Published(Snapshots snapshots, Figures figures, ObjectMapper json) {
        this.snapshots = snapshots;
        this.figures = figures;
        this.json = json;
    }

    /**
     * Totals of regions on a day.
     *
     * @param digest of the snapshot that they were read from; null where there is none
     */
    public record Day(LocalDate asOf, Instant knownAt, String digest, Map<String, Counts> regions) {
        public Counts of(String region) {
            return regions.getOrDefault(region, Counts.NONE);
        }
    }

    /**
     * A frozen day: totals, and sums of cities.
     *
     * @param byIndustryAndSize empty in snapshots of before they were kept
     */
    public record Frozen(
            Day day,
            Instant takenAt,
            Map<Cell, Counts> byQualification,
            Optional<Map<Cell, Counts>> byIndustryAndSize) {}

    public Optional<Frozen> frozen(LocalDate day) {
        return snapshots.of(day).map(taken -> {
            JsonNode body = tree(taken.body());
            Map<String, Counts> regions = new HashMap<>();
            body.get("regions").forEach(row -> regions.put(row.get(0).asText(), counts(row, 1)));
            Map<Cell, Counts> cells = new HashMap<>();
            body.get("qualifications")
                    .forEach(row -> cells.put(
                            Cell.of(
                                    row.get(0).asText(),
                                    row.get(1).asText(),
                                    row.get(2).asBoolean()),
                            counts(row, 3)));
            return new Frozen(
                    new Day(taken.asOf(), taken.knownAt(), taken.digest(), regions),
                    taken.takenAt(),
                    cells,
                    Optional.ofNullable(body.get("industriesAndSizes")).map(Published::groups));
        });
    }

    private static Map<Cell, Counts> groups(JsonNode rows) {
        Map<Cell, Counts> groups = new HashMap<>();
        rows.forEach(row -> groups.put(
                Cell.of(row.get(0).asText(), row.get(1).asText(), row.get(2).asText()), counts(row, 3)));
        return groups;
    }

    /** By its snapshot where there is one. @param codes regions that are needed otherwise */
    public Day day(LocalDate day, List<String> codes) {
        return frozen(day).map(Frozen::day).orElseGet(() -> {
            Instant end = end(day);
            return new Day(
                    day, end, null, figures.totals(codes, List.of(day), end).get(0));
        });
    }

    /** The first instant after a day. */
    public static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(OfficialClock.ZONE).toInstant();
    }

    private static Counts counts(JsonNode row, int first) {
        return new Counts(
                row.get(first).asLong(),
                row.get(first + 1).asLong(),
                row.get(first + 2).asLong());
    }

    private JsonNode tree(String body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
