package org.chizheng.calibration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

import org.chizheng.calibration.rule.Finding;

/** Which items of the analysis to list and in which order, as the address says it; what it does not know is as if it were not there. Pages count from 1. */
public record AnalysisFilter(String chapter, String type, String finding, String sort, int page) {
    static final int PAGE_SIZE = 25;
    private static final Set<String> TYPES = Set.of("TRUE_FALSE", "SINGLE", "MULTIPLE");
    /** The first is what is used when the address names none. */
    public static final List<String> SORTS = List.of("code", "hardest", "easiest", "discrimination", "responses");

    public AnalysisFilter {
        chapter = chapter != null && chapter.matches("\\d\\d") ? chapter : "";
        type = type != null && TYPES.contains(type) ? type : "";
        finding = finding != null && findings().contains(finding) ? finding : "";
        sort = sort != null && SORTS.contains(sort) ? sort : SORTS.get(0);
        page = Math.max(1, page);
    }

    static AnalysisFilter asked(String chapter, String type, String finding, String sort, String page) {
        boolean counts = page != null && page.matches("\\d{1,5}");
        return new AnalysisFilter(chapter, type, finding, sort, counts ? Integer.parseInt(page) : 1);
    }

    static List<String> findings() {
        return Arrays.stream(Finding.Kind.values()).map(Enum::name).toList();
    }

    AnalysisFilter within(int pages) {
        return new AnalysisFilter(chapter, type, finding, sort, Math.min(page, pages));
    }

    boolean takes(AnalysedItem item) {
        return (chapter.isEmpty() || chapter.equals(item.item().chapter()))
                && (type.isEmpty() || type.equals(item.item().type()))
                && (finding.isEmpty() || item.has(finding));
    }

    /** Items without the figure stand last. */
    Comparator<AnalysedItem> order() {
        return switch (sort) {
            case "hardest" ->
                Comparator.comparingDouble(item -> value(item, item.statistics().facility(), 1));
            case "easiest" ->
                Comparator.comparingDouble(item -> value(item, item.statistics().facility(), -1));
            case "discrimination" ->
                Comparator.comparingDouble(item -> value(item, item.statistics().pointBiserial(), 1));
            case "responses" ->
                Comparator.comparingLong(item -> -item.statistics().responses());
            default -> Comparator.comparing(item -> item.item().code());
        };
    }

    private static double value(AnalysedItem item, OptionalDouble figure, int sign) {
        return item.isEnough() && figure.isPresent() ? sign * figure.getAsDouble() : Double.MAX_VALUE;
    }

    /** The query part of the address that leads to another page of the same list. */
    public String on(int otherPage) {
        return "?page=" + otherPage + said("chapter", chapter) + said("type", type) + said("finding", finding)
                + said("sort", sort);
    }

    /** The query part of this very page. */
    public String here() {
        return on(page);
    }

    private static String said(String name, String value) {
        return value.isEmpty() || value.equals(SORTS.get(0)) ? "" : "&" + name + "=" + value;
    }
}
