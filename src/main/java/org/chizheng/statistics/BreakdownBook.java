package org.chizheng.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.ListBook;
import org.chizheng.common.Ui;
import org.chizheng.statistics.BreakdownView.Place;
import org.chizheng.statistics.BreakdownView.Row;

/** The holder rate by something, as Excel and as lines: one for each region and item, and what the figures mean. */
@RequestScoped
class BreakdownBook {
    private static final String HEADS =
            "region_code region code name rate rate_without_grace numerator denominator grace as_of";
    private static final String DEFINITIONS = "unit numerator denominator rate region source status";
    private final FigureBasis basis;
    private final Ui ui;

    BreakdownBook(FigureBasis basis, Ui ui) {
        this.basis = basis;
        this.ui = ui;
    }

    byte[] of(BreakdownView view) {
        ListBook book = new ListBook().sheet(text("by_" + view.by()), heads(HEADS), rows(view));
        if (!view.cities().isEmpty()) {
            book.sheet(text("heat"), heatHeads(view), heat(view));
        }
        return book.sheet(text("definition_title"), heads("definition_of definition_text"), definitions(view))
                .bytes();
    }

    /** The head first. */
    List<List<String>> lines(BreakdownView view) {
        List<List<String>> lines = new ArrayList<>(List.of(heads(HEADS)));
        rows(view)
                .forEach(row -> lines.add(
                        row.stream().map(cell -> Objects.toString(cell, "")).toList()));
        return lines;
    }

    private List<List<Object>> rows(BreakdownView view) {
        List<List<Object>> rows = new ArrayList<>();
        for (Row row : view.rows()) {
            rows.add(cells(view, view.region(), row, row.total()));
            for (int i = 0; i < row.cells().size(); i++) {
                rows.add(cells(view, view.cities().get(i), row, row.cells().get(i)));
            }
        }
        return rows;
    }

    private List<Object> cells(BreakdownView view, Place region, Row row, ToldRate told) {
        return Arrays.asList(
                region.code(),
                ui.pick(region.zh(), region.en()),
                row.code(),
                ui.pick(row.zh(), row.en()),
                percent(told, told.percent()),
                percent(told, told.percentWithoutGrace()),
                told.numerator(),
                told.denominator(),
                told.grace(),
                view.asOf());
    }

    private List<String> heatHeads(BreakdownView view) {
        List<String> heads = new ArrayList<>(List.of(text("by_" + view.by()), region(view.region())));
        view.cities().forEach(city -> heads.add(region(city)));
        return heads;
    }

    private List<List<Object>> heat(BreakdownView view) {
        List<List<Object>> rows = new ArrayList<>();
        for (Row row : view.rows()) {
            List<Object> cells = new ArrayList<>(List.of(ui.pick(row.zh(), row.en())));
            Stream.concat(Stream.of(row.total()), row.cells().stream())
                    .forEach(told -> cells.add(percent(told, told.percent())));
            rows.add(cells);
        }
        return rows;
    }

    private List<List<Object>> definitions(BreakdownView view) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(text("as_of"), view.asOf()));
        rows.add(List.of(text("rate_without_grace"), text("definition_without_grace_text")));
        Stream.of(DEFINITIONS.split(" "))
                .forEach(key -> rows.add(List.of(
                        text(Stream.of("unit", "source", "status").anyMatch(key::equals) ? "definition_" + key : key),
                        text("definition_" + key + "_text"))));
        rows.add(List.of(text("hidden"), text("hidden_text")));
        basis.on(view.asOf())
                .forEach(policy -> policy.terms()
                        .forEach(term -> rows.add(List.of(
                                policy.of() + " · " + ui.text("regulation_term_", term.term()),
                                term.value() + term.unit() + " · " + policy.name() + " · " + policy.from() + " – "
                                        + Objects.toString(policy.until(), "") + " · " + term.source()))));
        return rows;
    }

    private String region(Place region) {
        return ui.pick(region.zh(), region.en());
    }

    private String percent(ToldRate told, String percent) {
        return told.hidden() ? text("hidden") : percent == null ? text("not_applicable") : percent + "%";
    }

    private String text(String key) {
        return ui.text("statistics_", key);
    }

    private List<String> heads(String keys) {
        return Stream.of(keys.split(" ")).map(this::text).toList();
    }
}
