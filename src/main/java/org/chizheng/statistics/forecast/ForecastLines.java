package org.chizheng.statistics.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.Ui;
import org.chizheng.region.Regions;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.statistics.forecast.ForecastView.Detail;
import org.chizheng.statistics.forecast.rule.Demand;

/** Every line of the plan with all its figures: by city, qualification and month, and added up by the rows of the page. */
@RequestScoped
class ForecastLines {
    private static final String DEMAND =
            "share lapses coming falling grace_ends initial renewal theory_need theory_retakes theory_free theory_booked theory_gap"
                    + " practical_need practical_retakes practical_free practical_booked practical_gap hours hours_planned hours_gap unsaid";

    private final Regions regions;
    private final Qualifications qualifications;
    private final Ui ui;

    ForecastLines(Regions regions, Qualifications qualifications, Ui ui) {
        this.regions = regions;
        this.qualifications = qualifications;
        this.ui = ui;
    }

    List<String> monthHeads() {
        return heads("code place month " + DEMAND);
    }

    List<List<Object>> months(ForecastView view) {
        List<List<Object>> rows = new ArrayList<>();
        for (ForecastView.Row one : view.rows()) {
            for (int month = 0; month < view.months().size(); month++) {
                rows.add(line(
                        List.of(
                                one.code(),
                                ui.pick(one.zh(), one.en()),
                                view.months().get(month)),
                        one.months().get(month)));
            }
            rows.add(line(List.of(one.code(), ui.pick(one.zh(), one.en()), text("all_months")), one.total()));
        }
        rows.add(line(List.of(view.region(), ui.pick(view.zh(), view.en()), text("all_months")), view.total()));
        return rows;
    }

    List<String> heads() {
        return heads("code city qualification_code qualification month " + DEMAND);
    }

    List<List<Object>> of(ForecastView view) {
        List<List<Object>> rows = new ArrayList<>();
        for (Detail one : view.details()) {
            String city = regions.find(one.city())
                    .map(found -> ui.pick(found.zh(), found.en()))
                    .orElse("");
            rows.add(line(
                    List.of(one.city(), city, one.qualification(), qualification(one.qualification()), one.month()),
                    one.demand()));
        }
        return rows;
    }

    /** The lines as a table of texts, the head first. */
    List<List<String>> asText(ForecastView view) {
        List<List<String>> rows = new ArrayList<>(List.of(heads()));
        of(view).forEach(row ->
                rows.add(row.stream().map(cell -> Objects.toString(cell, "")).toList()));
        return rows;
    }

    private String qualification(String code) {
        QualificationView found = qualifications.get(code);
        return ui.pick(found.zh(), found.en());
    }

    /** Cells of a demand in the order of their heads. */
    private static List<Object> line(List<Object> before, Demand demand) {
        List<Object> cells = new ArrayList<>(before);
        cells.addAll(List.of(
                demand.share(),
                demand.flow().lapses(),
                demand.flow().coming(),
                demand.flow().falling(),
                demand.flow().graceEnds(),
                demand.certified().initial(),
                demand.certified().renewal(),
                demand.theory().need(),
                demand.theory().retakes(),
                demand.theory().free(),
                demand.theory().booked(),
                demand.theory().gap()));
        cells.addAll(List.of(
                demand.practical().need(),
                demand.practical().retakes(),
                demand.practical().free(),
                demand.practical().booked(),
                demand.practical().gap(),
                demand.hours(),
                demand.training().planned(),
                demand.training().gap(),
                demand.unsaid()));
        return cells;
    }

    private String text(String key) {
        return ui.text("forecast_", key);
    }

    /** @param keys last words of message keys, apart by blanks */
    private List<String> heads(String keys) {
        return Stream.of(keys.split(" ")).map(this::text).toList();
    }
}
