package org.chizheng.statistics.forecast;

import java.util.List;
import java.util.stream.Stream;

import org.chizheng.statistics.forecast.rule.Demand;
import org.chizheng.statistics.forecast.rule.Heat;

/** Rows by months with one measure, each cell shaded: by how much of the need is missing, else by how large it is beside the largest of its kind. */
public record ForecastTable(Measure measure, List<Row> rows, Row total) {
    public ForecastTable {
        rows = List.copyOf(rows);
    }

    /** gap: null where nothing is planned in the system. */
    public record Cell(String month, long value, Long gap, Heat heat) {}

    public record Row(String code, String zh, String en, List<Cell> cells, Cell total) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    static ForecastTable of(ForecastView view, Measure measure) {
        long largest = largest(view.rows().stream().flatMap(row -> row.months().stream()), measure);
        long largestRow = largest(view.rows().stream().map(ForecastView.Row::total), measure);
        List<Row> rows = view.rows().stream()
                .map(row -> new Row(
                        row.code(),
                        row.zh(),
                        row.en(),
                        cells(view, measure, row.months(), largest),
                        cell("", measure, row.total(), largestRow)))
                .toList();
        List<Cell> sums = cells(view, measure, view.sums(), largest(view.sums().stream(), measure));
        Cell total = cell("", measure, view.total(), measure.value(view.total()));
        return new ForecastTable(measure, rows, new Row(view.region(), view.zh(), view.en(), sums, total));
    }

    private static long largest(Stream<Demand> demands, Measure measure) {
        return demands.mapToLong(measure::value).max().orElse(0);
    }

    private static List<Cell> cells(ForecastView view, Measure measure, List<Demand> months, long largest) {
        return Stream.iterate(0, month -> month + 1)
                .limit(months.size())
                .map(month -> cell(view.months().get(month), measure, months.get(month), largest))
                .toList();
    }

    private static Cell cell(String month, Measure measure, Demand demand, long largest) {
        long value = measure.value(demand);
        Long gap = measure.gap(demand);
        return new Cell(
                month,
                value,
                gap,
                value == 0 ? Heat.NOTHING : gap == null ? Heat.of(value, largest) : Heat.of(gap, value));
    }
}
