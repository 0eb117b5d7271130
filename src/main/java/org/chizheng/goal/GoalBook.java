package org.chizheng.goal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.ListBook;
import org.chizheng.common.Ui;
import org.chizheng.goal.register.RegisterShare;

/** The goals as Excel: years, cities of the year, pass rates, registers, and what each figure means. */
@RequestScoped
public class GoalBook {
    private static final String DEFINITIONS =
            "target split done done_registered percent pace projected on_post newly passed registers cells";

    private final Targets targets;
    private final Ui ui;

    public GoalBook(Targets targets, Ui ui) {
        this.targets = targets;
        this.ui = ui;
    }

    byte[] of(GoalsView view) {
        return new ListBook()
                .sheet(
                        text("sheet_years"),
                        heads("kind year target done percent per_month needed projected reached_on_day"),
                        years(view))
                .sheet(
                        text("sheet_cities") + " " + view.year(),
                        heads("kind code city target done percent needed own"),
                        cities(view))
                .sheet(
                        text("sheet_pass"),
                        heads("code city on_post_passed on_post_required on_post newly_passed newly_required newly"),
                        pass(view))
                .sheet(text("sheet_registers"), heads("register answers there percent must"), registers(view))
                .sheet(text("sheet_targets"), heads("kind year city target split mark source"), sources(view))
                .sheet(text("sheet_definitions"), heads("figure definition"), definitions(view))
                .bytes();
    }

    private List<List<Object>> years(GoalsView view) {
        List<List<Object>> rows = new ArrayList<>();
        for (KindView kind : view.kinds()) {
            kind.years().forEach(figure -> rows.add(figure(kind, figure)));
            rows.add(figure(kind, kind.whole()));
        }
        return rows;
    }

    private List<Object> figure(KindView kind, Figure figure) {
        return row(
                kindName(kind),
                figure.firstYear() == figure.lastYear()
                        ? String.valueOf(figure.firstYear())
                        : figure.firstYear() + "–" + figure.lastYear(),
                figure.target(),
                figure.done().part(),
                figure.done().percent(),
                figure.perMonth(),
                figure.neededPerMonth(),
                figure.projected(),
                figure.reachedOn());
    }

    private List<List<Object>> cities(GoalsView view) {
        List<List<Object>> rows = new ArrayList<>();
        view.kinds()
                .forEach(kind -> kind.cities()
                        .forEach(city -> rows.add(row(
                                kindName(kind),
                                city.code(),
                                ui.pick(city.zh(), city.en()),
                                city.done().whole(),
                                city.done().part(),
                                percent(city.done()),
                                city.needed(),
                                city.own() ? text("own_yes") : ""))));
        return rows;
    }

    private List<List<Object>> pass(GoalsView view) {
        return view.pass() == null
                ? List.of()
                : Stream.concat(
                                view.pass().rows().stream(),
                                Stream.of(view.pass().total()))
                        .map(one -> row(
                                one.code(),
                                ui.pick(one.zh(), one.en()),
                                one.onPost().part(),
                                one.onPost().whole(),
                                percent(one.onPost()),
                                one.newly().part(),
                                one.newly().whole(),
                                percent(one.newly())))
                        .toList();
    }

    private List<List<Object>> registers(GoalsView view) {
        List<List<Object>> rows = new ArrayList<>();
        for (RegisterShare one : view.registers()) {
            rows.add(row(
                    ui.text("register_", one.register().name()),
                    one.share().part(),
                    one.share().whole(),
                    percent(one.share()),
                    one.must()));
        }
        return rows;
    }

    private List<List<Object>> sources(GoalsView view) {
        List<List<Object>> rows = new ArrayList<>();
        targets.of(view.reading().code())
                .forEach(one -> rows.add(row(
                        ui.text("goal_kind_", one.kind().name()),
                        one.year(),
                        one.region(),
                        one.persons(),
                        one.split() == null ? "" : ui.text("goal_split_", one.split()),
                        ui.text("regulation_mark_", one.mark()),
                        one.source())));
        return rows;
    }

    private List<List<Object>> definitions(GoalsView view) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(row(
                text("reading"),
                ui.pick(view.reading().zh(), view.reading().en()) + " "
                        + view.reading().source()));
        rows.add(row(text("as_of"), view.asOf()));
        Stream.of(DEFINITIONS.split(" "))
                .forEach(key -> rows.add(row(text("def_" + key + "_name"), text("def_" + key))));
        return rows;
    }

    private String percent(Cell cell) {
        return cell.hidden() ? text("hidden") : cell.percent() == null ? text("not_applicable") : cell.percent();
    }

    private String kindName(KindView kind) {
        return ui.text("goal_kind_", kind.kind().name());
    }

    private String text(String key) {
        return ui.text("goal_", key);
    }

    /** @param keys last words of message keys, apart by blanks */
    private List<String> heads(String keys) {
        return Stream.of(keys.split(" ")).map(this::text).toList();
    }

    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }
}
