package org.chizheng.statistics.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.common.Ui;

/** A report's tables as a page shows them, as Excel, and as one CSV with a line for each value; all from the facts that are kept. */
@RequestScoped
public class ReportFiles {
    private static final String MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";
    private static final String PREFIX = "report_";
    private static final Set<String> NOTED = Set.of("lowest", "ahead", "goals", "work");
    private final Ui ui;

    ReportFiles(Ui ui) {
        this.ui = ui;
    }

    /** notes: what has to be known of the table, or null; heads: the first is of the rows' names. */
    public record TableView(String name, String title, String note, List<String> heads, List<RowView> rows) {}

    /** Values as they are told, a dash for none. */
    public record RowView(String label, List<CellView> cells) {}

    /** Under which head. */
    public record CellView(String head, String told) {}

    List<TableView> shown(ReportFacts facts) {
        return ReportTable.of(facts).stream()
                .map(table -> {
                    List<String> heads = table.columns().stream()
                            .map(column -> words("column_" + column))
                            .toList();
                    return new TableView(
                            table.name(),
                            words("table_" + table.name()),
                            NOTED.contains(table.name())
                                    ? Messages.get(
                                            ui.getLang(),
                                            PREFIX + table.name() + "_text",
                                            List.of(facts.head().least()))
                                    : null,
                            heads,
                            table.rows().stream().map(row -> shown(row, heads)).toList());
                })
                .toList();
    }

    private RowView shown(ReportTable.Row row, List<String> heads) {
        List<CellView> cells = new ArrayList<>();
        for (int i = 0; i < row.values().size(); i++) {
            cells.add(new CellView(
                    heads.get(i + 1), Objects.toString(told(row.values().get(i)), "–")));
        }
        return new RowView(ui.pick(row.label().zh(), row.label().en()), cells);
    }

    byte[] book(ReportFacts facts) {
        ListBook book = new ListBook();
        ReportFacts.Head head = facts.head();
        book.sheet(
                words("title"),
                List.of(words("column_fact"), words("column_value")),
                List.of(
                        List.of(words("column_region"), ui.pick(head.zh(), head.en())),
                        List.of(words("column_month"), head.month()),
                        List.of(words("version"), head.version()),
                        List.of(
                                words("column_rate"),
                                Objects.toString(facts.total().getPercent(), "–")),
                        List.of(words("column_covered"), facts.total().covered()),
                        List.of(words("column_required"), facts.total().required()),
                        List.of(words("column_grace"), facts.total().grace()),
                        List.of(words("as_of"), head.asOf()),
                        List.of(words("known_at"), ui.time(head.knownAt())),
                        List.of(words("figures_are"), words(head.frozen() ? "figures_frozen" : "figures_corrected")),
                        List.of(words("snapshot_digest"), head.snapshotDigest()),
                        List.of(words("report_id"), head.id())));
        for (ReportTable table : ReportTable.of(facts)) {
            List<String> heads = new ArrayList<>(List.of(words("column_code")));
            table.columns().forEach(column -> heads.add(words("column_" + column)));
            book.sheet(
                    words("table_" + table.name()),
                    heads,
                    table.rows().stream().map(this::cells).toList());
        }
        return book.bytes();
    }

    private List<Object> cells(ReportTable.Row row) {
        List<Object> cells = new ArrayList<>();
        cells.add(row.code());
        cells.add(ui.pick(row.label().zh(), row.label().en()));
        row.values().forEach(value -> cells.add(told(value)));
        return cells;
    }

    private Object told(Object value) {
        if (value instanceof ReportTable.Coded coded) {
            return ui.pick(coded.words().zh(), coded.words().en());
        }
        return value instanceof String text && text.startsWith(PREFIX) ? Messages.get(ui.getLang(), text) : value;
    }

    private String words(String name) {
        return ui.text(PREFIX, name);
    }

    /** RFC 4180 in UTF-8 with a byte order mark. Tables and columns by the names that programs know. */
    byte[] csv(ReportFacts facts) {
        List<String> lines = new ArrayList<>(List.of("table,code,zh,en,column,value"));
        ReportFacts.Line total = facts.total();
        ReportTable.Row whole = new ReportTable.Row(
                total.code(),
                total.zh(),
                total.en(),
                total.getPercent(),
                total.covered(),
                total.required(),
                total.grace());
        add(lines, "total", List.of("region", "rate", "covered", "required", "grace"), whole);
        for (ReportTable table : ReportTable.of(facts)) {
            table.rows().forEach(row -> add(lines, table.name(), table.columns(), row));
        }
        return (MARK + String.join(LINE_END, lines) + LINE_END).getBytes(UTF_8);
    }

    private static void add(List<String> lines, String table, List<String> columns, ReportTable.Row row) {
        for (int i = 0; i < row.values().size(); i++) {
            String value = Objects.toString(row.values().get(i), "");
            lines.add(Stream.of(
                            table,
                            row.code(),
                            row.label().zh(),
                            row.label().en(),
                            columns.get(i + 1),
                            value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : value)
                    .map(ReportFiles::field)
                    .collect(Collectors.joining(",")));
        }
    }

    private static String field(String value) {
        return value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
