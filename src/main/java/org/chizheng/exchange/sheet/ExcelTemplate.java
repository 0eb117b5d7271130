package org.chizheng.exchange.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.bank.SubjectView;
import org.chizheng.exchange.rule.Column;

/** An empty .xlsx table for the items of a subject: lists for type, chapter, difficulty and level, an example of each type, and a sheet that explains. */
public final class ExcelTemplate {
    private static final int EXPLAINED_WIDTH = 256 * 100;
    private final SubjectView subject;
    private final String lang;
    private final Labels labels;

    /** @param lang zh or en, for heads and explanations */
    public ExcelTemplate(SubjectView subject, String lang) {
        this.subject = subject;
        this.lang = lang;
        this.labels = new Labels(lang);
    }

    public void write(OutputStream out) throws IOException {
        try (Workbook book = new XSSFWorkbook()) {
            ExcelSheet items = new ExcelSheet(book, labels.of("sheet_items"), labels);
            examples(items);
            explained(book);
            items.choose(Column.TYPE, labels.types());
            items.choose(Column.DIFFICULTY, labels.difficulties());
            items.choose(Column.LEVEL, labels.levels());
            items.choose(Column.CHAPTER, chapters(book));
            book.write(out);
        }
    }

    private void examples(ExcelSheet sheet) {
        add(sheet, 1, "TRUE_FALSE");
        add(sheet, 2, "SINGLE");
        add(sheet, 3, "MULTIPLE");
    }

    private void add(ExcelSheet sheet, int row, String type) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.TYPE, labels.type(type));
        cells.put(Column.CHAPTER, chapterNames().get(0));
        cells.put(Column.DIFFICULTY, labels.difficulty(1));
        cells.put(Column.LEVEL, labels.levels().get(0));
        String example = "example_" + type + "_";
        cells.put(Column.STEM, labels.of(example + "stem"));
        cells.put(Column.KEY, labels.of(example + "key"));
        cells.put(Column.SOURCE, labels.of("example_source"));
        cells.put(Column.EXPLANATION, labels.of("example_explanation"));
        if (!type.equals("TRUE_FALSE")) {
            String[] options = labels.of(example + "options").split("\\|");
            for (int i = 0; i < options.length; i++) {
                cells.put(Column.option(i), options[i]);
            }
        }
        sheet.add(row, cells);
    }

    private void explained(Workbook book) {
        Sheet sheet = book.createSheet(labels.of("sheet_explained"));
        sheet.setColumnWidth(0, EXPLAINED_WIDTH);
        String[] lines = labels.of("sheet_explanation").split("\\|");
        for (int i = 0; i < lines.length; i++) {
            sheet.createRow(i).createCell(0).setCellValue(lines[i]);
        }
    }

    private List<String> chapterNames() {
        List<String> names = subject.chapters().stream()
                .map(c -> c.code() + " " + ("en".equals(lang) ? c.en() : c.zh()))
                .toList();
        return names.isEmpty() ? List.of("") : names;
    }

    /** A list of its own sheet, since a list within a rule holds 255 characters only. @return its range */
    private String chapters(Workbook book) {
        String name = labels.of("sheet_chapters");
        Sheet sheet = book.createSheet(name);
        List<String> names = chapterNames();
        for (int i = 0; i < names.size(); i++) {
            Row row = sheet.createRow(i);
            row.createCell(0).setCellValue(names.get(i));
        }
        return "'" + name + "'!$A$1:$A$" + names.size();
    }
}
