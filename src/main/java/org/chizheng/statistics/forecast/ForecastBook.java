package org.chizheng.statistics.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.ListBook;
import org.chizheng.common.Ui;

/** The plan as Excel, to be sent: a cover with what each figure means, what is needed and short by place and month, the rates, and every line of it. */
@RequestScoped
public class ForecastBook {
    private final ForecastCover cover;
    private final ForecastLines lines;
    private final Ui ui;

    ForecastBook(ForecastCover cover, ForecastLines lines, Ui ui) {
        this.cover = cover;
        this.lines = lines;
        this.ui = ui;
    }

    byte[] of(ForecastView view) {
        return new ListBook()
                .sheet(text("sheet_cover"), heads("figure definition"), cover.of(view))
                .sheet(text("sheet_plan"), planHeads(view), plan(view))
                .sheet(
                        text("sheet_rates"),
                        heads("day required open rate_nothing open_planned rate_planned"),
                        band(view))
                .sheet(text("sheet_months"), lines.monthHeads(), lines.months(view))
                .sheet(text("sheet_details"), lines.heads(), lines.of(view))
                .sheet(text("sheet_steps"), heads("step requirements"), steps(view))
                .sheet(
                        text("sheet_pass"),
                        heads("code qualification theory_results theory_rate practical_results practical_rate"),
                        passes(view))
                .bytes();
    }

    private List<String> planHeads(ForecastView view) {
        List<String> heads = new ArrayList<>(heads("place measure"));
        heads.addAll(view.months());
        heads.add(text("all_months"));
        return heads;
    }

    /** The plan as it is sent: a row for each place and measure, a column for each month. */
    private List<List<Object>> plan(ForecastView view) {
        List<List<Object>> rows = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            ForecastTable table = ForecastTable.of(view, measure);
            Stream.concat(table.rows().stream(), Stream.of(table.total())).forEach(row -> {
                String place = ui.pick(row.zh(), row.en());
                List<ForecastTable.Cell> cells = new ArrayList<>(row.cells());
                cells.add(row.total());
                rows.add(planRow(place, text("show_" + measure), cells, ForecastTable.Cell::value));
                if (row.total().gap() != null) {
                    rows.add(planRow(place, text("gap_" + measure), cells, ForecastTable.Cell::gap));
                }
            });
        }
        return rows;
    }

    private static List<Object> planRow(
            String place, String measure, List<ForecastTable.Cell> cells, Function<ForecastTable.Cell, Object> figure) {
        List<Object> row = new ArrayList<>(List.of(place, measure));
        cells.forEach(cell -> row.add(figure.apply(cell)));
        return row;
    }

    private List<List<Object>> band(ForecastView view) {
        List<List<Object>> rows = new ArrayList<>();
        view.band()
                .forEach(point -> rows.add(row(
                        point.day(),
                        point.required(),
                        point.open(),
                        percent(point.nothing()),
                        point.openPlanned(),
                        percent(point.planned()))));
        return rows;
    }

    private List<List<Object>> steps(ForecastView view) {
        List<List<Object>> rows = new ArrayList<>();
        if (view.counted() == null) {
            return rows;
        }
        rows.add(row(text("counted_at"), ui.time(view.counted().at())));
        view.counted().steps().forEach(step -> rows.add(row(text("step_" + step.name()), step.requirements())));
        return rows;
    }

    private List<List<Object>> passes(ForecastView view) {
        List<List<Object>> rows = new ArrayList<>();
        if (view.counted() != null) {
            view.counted()
                    .rates()
                    .forEach(rate -> rows.add(row(
                            rate.code(),
                            ui.pick(rate.zh(), rate.en()),
                            rate.theoryResults(),
                            rate.theory() == null ? text("not_known") : rate.theory() + "%",
                            rate.practicalResults(),
                            rate.practicalResults() == null
                                    ? text("no_practical")
                                    : rate.practical() == null ? text("not_known") : rate.practical() + "%")));
        }
        return rows;
    }

    private String percent(String percent) {
        return percent == null ? text("not_applicable") : percent + "%";
    }

    private String text(String key) {
        return ui.text("forecast_", key);
    }

    /** @param keys last words of message keys, apart by blanks */
    private List<String> heads(String keys) {
        return Stream.of(keys.split(" ")).map(this::text).toList();
    }

    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }
}
