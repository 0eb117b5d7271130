package org.chizheng.statistics.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.Ui;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;

/** The first sheet of the plan: whose it is, what it comes to, what each figure means and which numbers were assumed. */
@RequestScoped
class ForecastCover {
    private static final List<String> DEFINITIONS = List.of(
            "open",
            "lapses",
            "coming",
            "grace_ends",
            "start",
            "share",
            "certify",
            "theory",
            "practical",
            "retakes",
            "gap",
            "hours",
            "training",
            "band",
            "status");
    private final Qualifications qualifications;
    private final ForecastTerms terms;
    private final Ui ui;

    ForecastCover(Qualifications qualifications, ForecastTerms terms, Ui ui) {
        this.qualifications = qualifications;
        this.terms = terms;
        this.ui = ui;
    }

    List<List<Object>> of(ForecastView view) {
        List<List<Object>> rows = new ArrayList<>(figures(view));
        DEFINITIONS.forEach(key -> rows.add(row(text("def_" + key + "_name"), text("def_" + key))));
        terms.on(view.asOf())
                .all()
                .forEach(term -> rows.add(row(
                        text("term_" + term.name()),
                        term.value() + " " + text("unit_" + term.unit()) + " · "
                                + ui.text("regulation_mark_", term.mark()) + " · " + term.source())));
        return rows;
    }

    private List<List<Object>> figures(ForecastView view) {
        String percent = view.now().percent();
        return List.of(
                row(text("title"), ui.pick(view.zh(), view.en())),
                row(text("as_of"), view.asOf() + " (" + ui.time(view.at()) + ")"),
                row(text("field_by"), view.by()),
                row(text("field_qualification"), qualification(view.qualification())),
                row(text("open_now"), view.now().open()),
                row(text("rate_now"), percent == null ? text("not_applicable") : percent + "%"),
                row(text("open_start"), view.start().open()),
                row(text("short_theory"), view.total().theory().gap()),
                row(text("short_practical"), view.total().practical().gap()),
                row(text("hours"), view.total().hours()),
                row(text("short_hours"), view.total().training().gap()),
                row(text("unsaid"), view.total().unsaid()));
    }

    private String qualification(String code) {
        if (code.isEmpty()) {
            return text("all");
        }
        QualificationView found = qualifications.get(code);
        return ui.pick(found.zh(), found.en());
    }

    private String text(String key) {
        return ui.text("forecast_", key);
    }

    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }
}
