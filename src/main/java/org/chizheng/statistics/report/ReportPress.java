package org.chizheng.statistics.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.chizheng.common.PrintFonts;
import org.chizheng.common.document.TaggedSheet;
import org.chizheng.common.document.TaggedSheet.Column;
import org.chizheng.common.document.TaggedSheet.Words;

/** Prints monthly reports: tagged, PDF/A-2a and PDF/UA-1, Chinese with English below it. One at a time: the fonts are shared. */
final class ReportPress {
    private static final float TITLE = 20;
    private static final float HEADING = 12.5f;
    private static final float TEXT = 9.5f;
    private static final float RATE = 26;
    private static final float TABLE = 8.5f;
    /** Widths of columns as shares of the page; where only the first is told, the others share the rest. */
    private static final Map<String, List<Float>> WIDTHS = Map.of(
            "course", List.of(0.2f),
            "regions", List.of(0.3f),
            "lowest", List.of(0.44f),
            "ahead", List.of(0.26f),
            "goals", List.of(0.44f),
            "passes", List.of(0.3f),
            "work", List.of(0.28f),
            "alerts", List.of(0.34f),
            "policies", List.of(0.3f, 0.2f, 0.13f, 0.09f, 0.11f, 0.17f));

    private static final List<Float> USUAL = List.of(0.36f);

    private static final List<String> DEFINITIONS = List.of(
            "formula",
            "definition_unit_text",
            "definition_numerator_text",
            "definition_denominator_text",
            "definition_rate_text",
            "definition_region_text",
            "definition_source_text",
            "definition_status_text");

    private ReportPress() {}

    /** @param factsDigest of the facts as they are kept */
    static byte[] print(ReportFacts facts, String factsDigest) {
        synchronized (PrintFonts.class) {
            ReportFacts.Head head = facts.head();
            try (TaggedSheet sheet =
                    new TaggedSheet(ReportWords.line("title") + " " + head.zh() + " " + head.month())) {
                head(sheet, facts);
                source(sheet, head, factsDigest);
                for (ReportTable table : ReportTable.of(facts)) {
                    section(sheet, facts, table);
                }
                definitions(sheet);
                return sheet.finish(
                        ReportWords.of("title").zh() + "  " + head.zh() + "  " + head.month() + "  " + head.id());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void head(TaggedSheet sheet, ReportFacts facts) throws IOException {
        ReportFacts.Head head = facts.head();
        sheet.heading(ReportWords.line("title"), TITLE);
        sheet.paragraph(
                new Words(
                        head.zh() + "  " + head.month() + "  "
                                + ReportWords.of("version_of", head.version()).zh(),
                        head.en() + "  " + head.month() + "  "
                                + ReportWords.of("version_of", head.version()).en()),
                TEXT + 3);
        if (head.replaces() != null) {
            sheet.space(TEXT);
            sheet.paragraph(
                    ReportWords.of("corrects", head.replaces().toString(), head.replacesDigest(), head.reason()), TEXT);
        }
        sheet.space(TEXT);
        String percent = facts.total().getPercent();
        sheet.paragraph(percent == null ? ReportWords.line("not_applicable") : percent + "%", RATE);
        sheet.space(4);
        sheet.paragraph(
                ReportWords.of(
                        "rate_of",
                        head.asOf().toString(),
                        facts.total().covered(),
                        facts.total().required(),
                        facts.total().grace()),
                TEXT + 0.5f);
    }

    private static void source(TaggedSheet sheet, ReportFacts.Head head, String factsDigest) throws IOException {
        sheet.heading(ReportWords.line("source"), HEADING);
        List<List<Words>> rows = new ArrayList<>();
        rows.add(fact("as_of", head.asOf().toString()));
        rows.add(fact("known_at", ReportWords.time(head.knownAt())));
        rows.add(List.of(
                ReportWords.of("figures_are"), ReportWords.of(head.frozen() ? "figures_frozen" : "figures_corrected")));
        rows.add(fact("snapshot", head.asOf() + "  " + ReportWords.time(head.snapshotTakenAt())));
        rows.add(fact("snapshot_digest", head.snapshotDigest()));
        rows.add(fact("facts_digest", factsDigest));
        rows.add(fact("report_id", head.id().toString()));
        rows.add(fact("made_at", ReportWords.time(head.madeAt())));
        sheet.facts(List.of(column("fact", 0.3f), column("value", 0.7f)), rows, TABLE);
    }

    private static List<Words> fact(String name, String value) {
        return List.of(ReportWords.of(name), Words.of(value));
    }

    private static Column column(String name, float share) {
        Words words = ReportWords.of("column_" + name);
        return new Column(words.zh(), words.en(), share);
    }

    private static void section(TaggedSheet sheet, ReportFacts facts, ReportTable table) throws IOException {
        sheet.heading(ReportWords.line("table_" + table.name()), HEADING);
        switch (table.name()) {
            case "course" -> ReportCharts.course(sheet, facts.course());
            case "regions" -> ReportCharts.regions(sheet, facts);
            case "lowest" ->
                sheet.note(ReportWords.of("lowest_text", facts.head().least()), TEXT);
            case "ahead" -> sheet.note(ReportWords.of("ahead_text"), TEXT);
            case "goals" -> sheet.note(ReportWords.of("goals_text"), TEXT);
            case "work" -> sheet.note(ReportWords.of("work_text"), TEXT);
            default -> {
                // Their names say all.
            }
        }
        sheet.space(4);
        List<Float> widths = WIDTHS.getOrDefault(table.name(), USUAL);
        float rest = (1 - widths.get(0)) / (table.columns().size() - 1);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(column(table.columns().get(i), i < widths.size() ? widths.get(i) : rest));
        }
        sheet.facts(columns, table.rows().stream().map(ReportPress::cells).toList(), TABLE);
    }

    private static List<Words> cells(ReportTable.Row row) {
        List<Words> cells = new ArrayList<>(List.of(row.label()));
        row.values().forEach(value -> cells.add(word(value)));
        return cells;
    }

    private static Words word(Object value) {
        if (value instanceof ReportTable.Coded coded) {
            return coded.words();
        }
        String text = value instanceof Long number ? "%,d".formatted(number) : Objects.toString(value, "–");
        return text.startsWith("report_") ? ReportWords.both(text) : Words.of(text);
    }

    private static void definitions(TaggedSheet sheet) throws IOException {
        sheet.heading(ReportWords.line("definitions"), HEADING);
        for (String name : DEFINITIONS) {
            sheet.paragraph(ReportWords.both("statistics_" + name), TEXT);
            sheet.space(3);
        }
        sheet.paragraph(ReportWords.of("frozen_text"), TEXT);
    }
}
