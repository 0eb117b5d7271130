package org.chizheng.statistics.report;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chizheng.common.document.TaggedSheet.Words;

/**
 * A table of a report, the same in the PDF, in Excel and in CSV.
 *
 * @param name of the message that names it, after {@code report_}
 * @param columns names of messages, the first for what a row is of
 */
record ReportTable(String name, List<String> columns, List<Row> rows) {
    /** A value with a name in both languages. */
    record Coded(String code, Words words) {
        @Override
        public String toString() {
            return code;
        }
    }

    /** code: for programs; values: numbers, texts, coded values or null. */
    record Row(String code, Words label, List<Object> values) {
        Row(String code, String zh, String en, Object... values) {
            this(code, new Words(zh, en), Arrays.asList(values));
        }
    }

    private static ReportTable of(String name, String columns, List<Row> rows) {
        return new ReportTable(name, List.of(columns.split(" ")), rows);
    }

    private static <T> List<Row> rows(List<T> all, Function<T, Row> row) {
        return all.stream().map(row).toList();
    }

    /** All that the facts hold, in the order of the report; empty ones left out. */
    static List<ReportTable> of(ReportFacts facts) {
        return List.of(
                        course(facts),
                        lines("regions", "region", facts.regions()),
                        lines("categories", "category", facts.categories()),
                        lines("classes", "class", facts.classes()),
                        lines("industries", "industry", facts.industries()),
                        lines("sizes", "size", facts.sizes()),
                        lines("lowest", "qualification", facts.lowest()),
                        ahead(facts),
                        goals(facts),
                        passes(facts),
                        work(facts),
                        alerts(facts),
                        policies(facts))
                .stream()
                .filter(table -> !table.rows().isEmpty())
                .toList();
    }

    private static ReportTable course(ReportFacts facts) {
        return of(
                "course",
                "month rate covered required frozen",
                rows(
                        facts.course(),
                        one -> new Row(
                                one.month().toString(),
                                one.month().toString(),
                                "",
                                one.getPercent(),
                                one.covered(),
                                one.required(),
                                one.frozen() ? "report_yes" : "report_no")));
    }

    private static ReportTable lines(String name, String first, List<ReportFacts.Line> lines) {
        return of(
                name,
                first + " rate covered required grace",
                rows(
                        lines,
                        one -> new Row(
                                one.code(),
                                one.zh(),
                                one.en(),
                                one.getPercent(),
                                one.covered(),
                                one.required(),
                                one.grace())));
    }

    private static ReportTable ahead(ReportFacts facts) {
        return of(
                "ahead",
                "day lapsing rate covered required",
                rows(
                        facts.ahead(),
                        one -> new Row(
                                "+" + one.days(),
                                "+" + one.days() + "  " + one.day(),
                                "",
                                one.lapsing(),
                                one.getPercent(),
                                one.covered(),
                                one.required())));
    }

    private static ReportTable goals(ReportFacts facts) {
        return of("goals", "goal year done target rate", rows(facts.goals(), one -> {
            Words kind = ReportWords.both("goal_kind_" + one.kind());
            return new Row(
                    one.kind(),
                    kind.zh() + "：" + one.readingZh(),
                    kind.en() + ": " + one.readingEn(),
                    String.valueOf(one.year()),
                    one.done(),
                    one.target(),
                    share(one.done(), one.target()));
        }));
    }

    private static ReportTable passes(ReportFacts facts) {
        return of("passes", "who counted_on passed to_pass rate", rows(facts.passes(), one -> {
            Words who = ReportWords.of(one.newly() ? "newly" : "on_post");
            return new Row(
                    one.newly() ? "NEWLY" : "ON_POST",
                    who.zh(),
                    who.en(),
                    one.countedOn().toString(),
                    one.passed(),
                    one.required(),
                    share(one.passed(), one.required()));
        }));
    }

    private static ReportTable work(ReportFacts facts) {
        return of(
                "work",
                "kind raised answered accepted closed running overdue",
                rows(facts.work().kinds(), one -> {
                    Words kind = ReportWords.both("work_kind_" + one.kind());
                    return new Row(
                            one.kind(),
                            kind.zh(),
                            kind.en(),
                            one.raised(),
                            one.answered(),
                            one.accepted(),
                            one.closed(),
                            one.running(),
                            one.overdue());
                }));
    }

    private static ReportTable alerts(ReportFacts facts) {
        ReportFacts.Work work = facts.work();
        Words falls = ReportWords.of("falls");
        return of(
                "alerts",
                "kind raised ended running",
                List.of(new Row(
                        "FALL",
                        falls.zh(),
                        falls.en(),
                        work.alertsRaised(),
                        work.alertsEnded(),
                        work.alertsRunning())));
    }

    private static ReportTable policies(ReportFacts facts) {
        return of(
                "policies",
                "instrument version from grace_months absence_months workers",
                rows(
                        facts.policies(),
                        one -> new Row(
                                one.id(),
                                one.zh(),
                                one.en(),
                                one.id(),
                                one.from().toString(),
                                one.graceMonths(),
                                one.absenceMonths(),
                                one.countedWorkers() == null
                                        ? "report_usual_workers"
                                        : workers(one.countedWorkers()))));
    }

    private static Coded workers(String kinds) {
        List<Words> words = Stream.of(kinds.split(","))
                .map(kind -> ReportWords.both("regulation_value_COUNTED_WORKERS_" + kind))
                .toList();
        return new Coded(
                kinds,
                new Words(
                        words.stream().map(Words::zh).collect(Collectors.joining("、")),
                        words.stream().map(Words::en).collect(Collectors.joining(", "))));
    }

    private static String share(long part, long whole) {
        return new org.chizheng.goal.rule.Share(part, whole)
                .percent()
                .map(java.math.BigDecimal::toPlainString)
                .orElse(null);
    }
}
