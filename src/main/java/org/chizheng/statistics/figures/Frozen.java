package org.chizheng.statistics.figures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.chizheng.common.Digests;
import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Counts;

/** Figures of a day in the one form that is digested: the same figures always make the same bytes. */
final class Frozen {
    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::region)
            .thenComparing(Cell::qualification, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Cell::highRisk, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Cell::industry, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Cell::size, Comparator.nullsFirst(Comparator.naturalOrder()));
    private static final String GROUPS = ",\"industriesAndSizes\":[";

    private Frozen() {}

    /** Which sums a body holds. Snapshots that were taken before industry and size were kept stay as they are. */
    enum Form {
        REGIONS_AND_QUALIFICATIONS,
        INDUSTRIES_AND_SIZES_TOO;

        static Form of(String body) {
            return body.contains(GROUPS) ? INDUSTRIES_AND_SIZES_TOO : REGIONS_AND_QUALIFICATIONS;
        }
    }

    /** @param sums all sums of the day; those of which nothing is required are left out */
    static String body(LocalDate asOf, Instant knownAt, Map<Cell, Counts> sums, Form form) {
        Map<Cell, Counts> sorted = new TreeMap<>(ORDER);
        sums.forEach((cell, counts) -> {
            if (counts.required() > 0) {
                sorted.put(cell, counts);
            }
        });
        return "{\"asOf\":\"%s\",\"knownAt\":\"%s\",\"columns\":[\"required\",\"covered\",\"grace\"],\"regions\":[%s],\"qualifications\":[%s]%s}"
                .formatted(
                        asOf,
                        knownAt,
                        rows(
                                sorted,
                                cell -> cell.qualification() == null && cell.industry() == null,
                                cell -> quoted(cell.region())),
                        rows(
                                sorted,
                                cell -> cell.qualification() != null,
                                cell -> quoted(cell.region()) + "," + quoted(cell.qualification()) + ","
                                        + cell.highRisk()),
                        form == Form.REGIONS_AND_QUALIFICATIONS
                                ? ""
                                : GROUPS
                                        + rows(
                                                sorted,
                                                cell -> cell.industry() != null,
                                                cell -> quoted(cell.region()) + "," + quoted(cell.industry()) + ","
                                                        + quoted(cell.size()))
                                        + "]");
    }

    /** Codes are of letters and digits. */
    private static String quoted(String code) {
        return "\"" + code + "\"";
    }

    private static String rows(Map<Cell, Counts> sorted, Predicate<Cell> which, Function<Cell, String> named) {
        return sorted.entrySet().stream()
                .filter(one -> which.test(one.getKey()))
                .map(one -> "[" + named.apply(one.getKey()) + "," + numbers(one.getValue()) + "]")
                .collect(Collectors.joining(","));
    }

    private static String numbers(Counts counts) {
        return List.of(counts.required(), counts.covered(), counts.grace()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    /** SHA-256 of the body, as any other program computes it. */
    static String digest(String body) {
        return Digests.file(body.getBytes(UTF_8));
    }
}
