package org.chizheng.home;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.fitness.Fitness;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;

/** An employer's desk as a file: the figures with what they mean, who lacks what, what ends when, and the certificates. */
final class EmployerBook {
    private final Qualifications qualifications;
    private final String lang;

    EmployerBook(Qualifications qualifications, String lang) {
        this.qualifications = qualifications;
        this.lang = lang;
    }

    byte[] of(EmployerDesk desk, List<EmployerDesk.Held> held) {
        return new ListBook()
                .sheet(text("rate"), words("what", "value"), figures(desk))
                .sheet(
                        text("missing"),
                        words("name", "post", "qualification", "since", "by", "application"),
                        missing(desk))
                .sheet(text("calendar"), words("month", "name", "post", "qualification", "until"), months(desk))
                .sheet(
                        text("certificates"),
                        words("name", "qualification", "code", "from", "until", "state"),
                        held(held))
                .bytes();
    }

    private List<List<Object>> figures(EmployerDesk desk) {
        EmployerDesk.Figures figures = desk.figures();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(Arrays.asList(text("rate"), percent(figures.percent())));
        rows.add(Arrays.asList(text("rate_without_grace"), percent(figures.percentWithoutGrace())));
        rows.add(Arrays.asList(text("required"), figures.required()));
        rows.add(Arrays.asList(text("covered"), figures.covered()));
        rows.add(Arrays.asList(text("grace"), figures.grace()));
        rows.add(Arrays.asList(text("lacking"), figures.missing()));
        rows.add(Arrays.asList(text("as_of"), desk.asOf()));
        for (String part : List.of("unit", "numerator", "denominator", "rounding", "source")) {
            rows.add(Arrays.asList(text("definition"), text("definition_" + part)));
        }
        return rows;
    }

    private String percent(String percent) {
        return percent == null ? text("not_applicable") : percent + "%";
    }

    private List<List<Object>> missing(EmployerDesk desk) {
        List<List<Object>> rows = new ArrayList<>();
        for (EmployerDesk.Missing one : desk.missing()) {
            Fitness.OnPost row = one.row();
            rows.add(Arrays.asList(
                    row.name(),
                    row.post(),
                    name(row.qualification()),
                    row.since(),
                    one.by() == null ? text("now") : one.by(),
                    one.applied() ? text("applied") : ""));
        }
        return rows;
    }

    private List<List<Object>> months(EmployerDesk desk) {
        List<List<Object>> rows = new ArrayList<>();
        desk.months()
                .forEach(month -> month.ending()
                        .forEach(row -> rows.add(Arrays.asList(
                                month.month(), row.name(), row.post(), name(row.qualification()), row.validTo()))));
        return rows;
    }

    private List<List<Object>> held(List<EmployerDesk.Held> held) {
        List<List<Object>> rows = new ArrayList<>();
        held.forEach(one -> rows.add(Arrays.asList(
                one.name(),
                name(one.qualification()),
                one.code(),
                one.validFrom(),
                one.validTo(),
                Messages.get(lang, "bulk_reason_" + one.state()))));
        return rows;
    }

    private String name(String qualification) {
        QualificationView view = qualifications.get(qualification);
        return "en".equals(lang) ? view.en() : view.zh();
    }

    private List<String> words(String... keys) {
        return Arrays.stream(keys).map(this::text).toList();
    }

    private String text(String key) {
        return Messages.get(lang, "employer_" + key);
    }
}
