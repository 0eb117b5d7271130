package org.chizheng.application;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chizheng.application.rule.Education;
import org.chizheng.application.rule.Kind;
import org.chizheng.common.Messages;
import org.chizheng.exchange.Note;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.sheet.PlainTable;

/** The sheet in which an enterprise applies for its people: the empty one, what is read from a filled one, and the same with the answer beside each row. */
@ApplicationScoped
public class EnterpriseTable {
    /** People of one enterprise at once; what is more comes in a second sheet. */
    static final int MOST_ROWS = 500;

    private static final int LAST_ROW = 1 + MOST_ROWS;
    private static final int WIDTH = 256 * 18;
    private static final List<String> NEEDED = List.of("name", "id_number", "qualification", "education");
    private static final List<String> OPTIONAL = List.of(
            "id_type", "kind", "occupation", "phone", "address", "health", "hours", "from", "until", "provider");
    private static final PlainTable TABLE = new PlainTable(heads(NEEDED), heads(OPTIONAL));

    /** The words by which a head may call a column: the template's own in both languages. */
    private static Map<String, List<String>> heads(List<String> columns) {
        Map<String, List<String>> heads = new LinkedHashMap<>();
        columns.forEach(column -> heads.put(column, List.of(head("zh", column), head("en", column))));
        return heads;
    }

    private static String head(String lang, String column) {
        return Messages.get(lang, "application_sheet_" + column);
    }

    List<PlainTable.Line> read(Path file, boolean excel) throws UnreadableFile {
        List<PlainTable.Line> lines = TABLE.read(file, excel);
        if (lines.size() > MOST_ROWS) {
            throw new UnreadableFile("too_many_rows", String.valueOf(MOST_ROWS));
        }
        return lines;
    }

    /** @param answers in the language of the reader */
    byte[] answered(Path file, boolean excel, List<EnterpriseRows.Answered> answers, String lang)
            throws IOException, UnreadableFile {
        Map<Integer, PlainTable.Beside> besides = new HashMap<>();
        for (EnterpriseRows.Answered row : answers) {
            Note.Kind worst = switch (row.outcome()) {
                case NEW -> null;
                case ALREADY -> Note.Kind.CHANGED;
                case REFUSED -> Note.Kind.REFUSED;
            };
            besides.put(
                    row.number(),
                    new PlainTable.Beside(
                            worst,
                            List.of(
                                    Messages.get(lang, "application_outcome_" + row.outcome()),
                                    String.join("; ", row.reasons(lang)))));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> headings = List.of(
                Messages.get(lang, "application_sheet_outcome"), Messages.get(lang, "application_sheet_reason"));
        TABLE.answer(file, excel, headings, besides, out);
        return out.toByteArray();
    }

    /** An empty sheet with lists to choose from. */
    byte[] template(Choices choices, String lang) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet(Messages.get(lang, "application_list"));
            List<String> columns = new ArrayList<>(NEEDED);
            columns.addAll(OPTIONAL);
            CellStyle text = book.createCellStyle();
            text.setDataFormat(book.createDataFormat().getFormat("@"));
            Row head = sheet.createRow(0);
            for (int i = 0; i < columns.size(); i++) {
                sheet.setDefaultColumnStyle(i, text);
                sheet.setColumnWidth(i, WIDTH);
                head.createCell(i).setCellValue(head(lang, columns.get(i)));
            }
            sheet.createFreezePane(0, 1);
            Sheet lists = book.createSheet(Messages.get(lang, "application_sheet_lists"));
            choose(
                    sheet,
                    lists,
                    columns.indexOf("qualification"),
                    0,
                    choices.qualifications().stream()
                            .map(q -> "en".equals(lang) ? q.en() : q.zh())
                            .toList());
            choose(sheet, lists, columns.indexOf("education"), 1, names(Education.values(), "education", lang));
            choose(sheet, lists, columns.indexOf("kind"), 2, names(Kind.values(), "kind", lang));
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Enum<?>[] values, String what, String lang) {
        return List.of(values).stream()
                .map(value -> Messages.get(lang, "application_" + what + "_" + value.name()))
                .toList();
    }

    /** The choices stand in a column of the second sheet, whose cells a list can be longer than a formula with. */
    private static void choose(Sheet sheet, Sheet lists, int column, int place, List<String> choices) {
        for (int i = 0; i < choices.size(); i++) {
            Row row = lists.getRow(i) == null ? lists.createRow(i) : lists.getRow(i);
            row.createCell(place).setCellValue(choices.get(i));
        }
        char letter = (char) ('A' + place);
        DataValidationHelper helper = sheet.getDataValidationHelper();
        sheet.addValidationData(helper.createValidation(
                helper.createFormulaListConstraint(
                        "'" + lists.getSheetName() + "'!$" + letter + "$1:$" + letter + "$" + choices.size()),
                new CellRangeAddressList(1, LAST_ROW, column, column)));
    }
}
