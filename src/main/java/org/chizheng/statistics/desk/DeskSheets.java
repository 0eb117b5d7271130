package org.chizheng.statistics.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.common.Ui;
import org.chizheng.statistics.desk.DeskView.Times;

/** The desk's tables as words and as Excel files. */
@RequestScoped
public class DeskSheets {
    private static final String PREFIX = "desk_";
    private final Ui ui;

    DeskSheets(Ui ui) {
        this.ui = ui;
    }

    byte[] desk(DeskView view) {
        List<List<Object>> rows = Stream.concat(Stream.of(view.total()), view.rows().stream())
                .map(row -> Arrays.<Object>asList(
                        row.code(),
                        ui.pick(row.zh(), row.en()),
                        row.getPercentBefore(),
                        row.getPercentNow(),
                        row.getPoints(),
                        row.fall().coveredBefore(),
                        row.fall().coveredAfter(),
                        row.fall().covered(),
                        row.fall().requiredBefore(),
                        row.fall().requiredAfter(),
                        row.fall().uncovered(),
                        times(row.opened()),
                        times(row.covered()),
                        times(row.other()),
                        row.unexplained(),
                        ui.text("common_", row.alarming() ? "yes" : "no")))
                .toList();
        return ListBook.of(
                words("title") + " " + view.today(),
                heads(
                        "code",
                        "region",
                        "rate_before",
                        "rate_now",
                        "points",
                        "covered_before",
                        "covered_now",
                        "covered_change",
                        "required_before",
                        "required_now",
                        "uncovered_change",
                        "opened",
                        "newly_covered",
                        "other",
                        "unexplained",
                        "alarming"),
                rows);
    }

    byte[] comparison(ComparisonView view) {
        List<List<Object>> rows = new ArrayList<>();
        for (ComparisonView.Row row : view.rows()) {
            rows.add(Arrays.asList(
                    row.rank(),
                    row.code(),
                    ui.pick(row.zh(), row.en()),
                    row.required(),
                    row.mix().principals(),
                    row.mix().managers(),
                    row.mix().operators(),
                    row.mix().highRisk(),
                    row.percent(),
                    row.standardized(),
                    row.compared(),
                    row.smallGroups(),
                    row.expected(),
                    row.farLow(),
                    row.low(),
                    row.high(),
                    row.farHigh(),
                    ui.text("desk_verdict_", row.verdict().name())));
        }
        return ListBook.of(
                words("comparison") + " " + view.asOf(),
                heads(
                        "rank",
                        "code",
                        "city",
                        "required",
                        "principals",
                        "managers",
                        "operators",
                        "high_risk",
                        "rate",
                        "standardized",
                        "compared_head",
                        "small_groups",
                        "expected",
                        "far_low",
                        "low",
                        "high",
                        "far_high",
                        "verdict"),
                rows);
    }

    byte[] terms(DeskTerms.Terms terms) {
        List<List<Object>> rows = terms.all().stream()
                .map(term -> Arrays.<Object>asList(
                        words("term_" + term.term()),
                        words("level_" + term.level()),
                        term.value(),
                        words("unit_" + term.term()),
                        words("mark_" + term.mark()),
                        term.source()))
                .toList();
        return ListBook.of(words("terms"), heads("term", "level", "value", "unit", "mark", "source"), rows);
    }

    private List<String> heads(String... names) {
        return Stream.of(names).map(this::words).toList();
    }

    private String words(String name) {
        return ui.text(PREFIX, name);
    }

    /** As "certificate ran out 3, suspended or revoked 1". */
    public String times(List<Times> all) {
        return all.stream()
                .map(one -> Messages.get(ui.getLang(), "desk_times_" + one.cause(), List.of(one.times())))
                .collect(Collectors.joining(ui.text(PREFIX, "comma")));
    }
}
