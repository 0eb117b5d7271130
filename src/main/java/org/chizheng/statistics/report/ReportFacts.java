package org.chizheng.statistics.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.chizheng.statistics.figures.rule.Counts;
import org.chizheng.statistics.rule.HolderRate;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * All that a report says, as it was gathered.
 *
 * @param course month by month, the report's month last
 * @param regions directly below, by their codes
 * @param classes of enterprises, high-risk and not; with industries and sizes empty in reports that were made before they told them
 * @param lowest qualifications with the lowest rates
 * @param ahead what the rate comes to if nothing is done
 */
public record ReportFacts(
        Head head,
        Line total,
        List<Month> course,
        List<Line> regions,
        List<Line> categories,
        List<Line> classes,
        List<Line> industries,
        List<Line> sizes,
        List<Line> lowest,
        List<Ahead> ahead,
        List<Goal> goals,
        List<Pass> passes,
        Work work,
        List<Policy> policies) {
    public ReportFacts {
        classes = Objects.requireNonNullElse(classes, List.of());
        industries = Objects.requireNonNullElse(industries, List.of());
        sizes = Objects.requireNonNullElse(sizes, List.of());
    }

    /**
     * What it is of, and where it comes from.
     *
     * @param asOf last day of the month
     * @param knownAt figures are as known then
     * @param snapshotDigest of the frozen figures of that day; snapshotTakenAt when they were frozen
     * @param frozen whether the figures are those of the snapshot, else counted again for a correction
     * @param replaces null for the first version
     * @param least required below which a qualification is not listed
     */
    public record Head(
            UUID id,
            String code,
            String zh,
            String en,
            YearMonth month,
            int version,
            LocalDate asOf,
            Instant knownAt,
            Instant madeAt,
            String snapshotDigest,
            Instant snapshotTakenAt,
            boolean frozen,
            UUID replaces,
            String replacesDigest,
            String reason,
            long least) {}

    /** Of a region, a category, a qualification, or enterprises of one kind. */
    public record Line(String code, String zh, String en, long required, long covered, long grace) {
        static Line of(String code, String zh, String en, Counts counts) {
            return new Line(code, zh, en, counts.required(), counts.covered(), counts.grace());
        }

        /** Per cent with two decimals, cut; null where nothing is required. */
        @JsonIgnore
        public String getPercent() {
            return percent(covered, required);
        }
    }

    /** A month's last day. frozen: whether its figures are those published, else as known at the report's instant. */
    public record Month(YearMonth month, long required, long covered, boolean frozen) {
        @JsonIgnore
        public String getPercent() {
            return percent(covered, required);
        }
    }

    /** So many days after the month's end. lapsing: covered then less than at the month's end. */
    public record Ahead(int days, LocalDate day, long required, long covered, long lapsing) {
        @JsonIgnore
        public String getPercent() {
            return percent(covered, required);
        }
    }

    /** A training goal of the year under one reading of the plan; in a city its share. */
    public record Goal(String readingZh, String readingEn, String kind, int year, long done, long target) {}

    /** Passed training tests: newly the newly hired, else those on post longer. countedOn: the day of the count. */
    public record Pass(boolean newly, LocalDate countedOn, long passed, long required) {}

    /**
     * What was asked of enterprises, and alerts.
     *
     * @param kinds the work list by kind
     */
    public record Work(List<Kind> kinds, long alertsRaised, long alertsEnded, long alertsRunning) {
        /** Acts of the month; running and overdue at its end. */
        public record Kind(
                String kind, long raised, long answered, long accepted, long closed, long running, long overdue) {}
    }

    /** A version of the law that the figures rest on; months and workers as it says, null where it says nothing. */
    public record Policy(
            String id,
            String zh,
            String en,
            LocalDate from,
            String graceMonths,
            String absenceMonths,
            String countedWorkers) {}

    static String percent(long covered, long required) {
        return new HolderRate(covered, required)
                .percent()
                .map(BigDecimal::toPlainString)
                .orElse(null);
    }
}
