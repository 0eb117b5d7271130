package org.chizheng.statistics.figures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.chizheng.common.Digests;
import org.chizheng.statistics.figures.rule.Cell;
import org.chizheng.statistics.figures.rule.Counts;

/** Figures of a day in the one form that is digested: the same figures always make the same bytes. */
final class Frozen {
    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::region)
            .thenComparing(Cell::qualification)
            .thenComparing(Cell::highRisk);

    private Frozen() {}

    /** @param sums all sums of the day; regions of which nothing is required are left out, and those by industry and size, which are not published */
    static String body(LocalDate asOf, Instant knownAt, Map<Cell, Counts> sums) {
        Map<String, Counts> regions = new TreeMap<>();
        Map<Cell, Counts> qualifications = new TreeMap<>(ORDER);
        sums.forEach((cell, counts) -> {
            if (counts.required() == 0 || cell.industry() != null) {
                return;
            }
            if (cell.qualification() == null) {
                regions.put(cell.region(), counts);
            } else {
                qualifications.put(cell, counts);
            }
        });
        return "{\"asOf\":\"%s\",\"knownAt\":\"%s\",\"columns\":[\"required\",\"covered\",\"grace\"],\"regions\":[%s],\"qualifications\":[%s]}"
                .formatted(
                        asOf,
                        knownAt,
                        regions.entrySet().stream()
                                .map(one -> "[\"" + one.getKey() + "\"," + numbers(one.getValue()) + "]")
                                .collect(Collectors.joining(",")),
                        qualifications.entrySet().stream()
                                .map(one -> "[\"" + one.getKey().region() + "\",\""
                                        + one.getKey().qualification() + "\","
                                        + one.getKey().highRisk() + "," + numbers(one.getValue()) + "]")
                                .collect(Collectors.joining(",")));
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
