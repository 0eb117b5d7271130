package org.chizheng.exchange.sheet;

import java.util.List;
import java.util.Map;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.chizheng.exchange.rule.Column;
import org.chizheng.exchange.rule.Harmless;

/** Builds a sheet of items: head, rows, and lists to choose from. Every cell is a text, also one that looks like a formula. */
final class ExcelSheet {
    private static final int CHARACTER = 256;
    private static final Map<Column, Integer> WIDTHS = Map.of(
            Column.STEM, 48, Column.EXPLANATION, 32, Column.SOURCE, 28, Column.FIGURE_ALT, 20, Column.CHAPTER, 18);
    private static final int USUAL_WIDTH = 12;
    private static final int LISTED_ROWS = 2000;
    private final Sheet sheet;
    private final Labels labels;
    private final CellStyle head;
    private final CellStyle text;
    private final CellStyle looksLikeFormula;

    ExcelSheet(Workbook book, String name, Labels labels) {
        this.sheet = book.createSheet(name);
        this.labels = labels;
        head = book.createCellStyle();
        Font bold = book.createFont();
        bold.setBold(true);
        head.setFont(bold);
        head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        head.setBorderBottom(BorderStyle.THIN);
        text = textStyle(book);
        looksLikeFormula = textStyle(book);
        looksLikeFormula.setQuotePrefixed(true);
        head();
    }

    /** Format @, so that a spreadsheet makes no date of 1/2. */
    private static CellStyle textStyle(Workbook book) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("@"));
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private void head() {
        Row row = sheet.createRow(0);
        for (Column column : columns()) {
            Cell cell = row.createCell(column.ordinal());
            cell.setCellValue(labels.column(column));
            cell.setCellStyle(head);
            sheet.setColumnWidth(column.ordinal(), CHARACTER * WIDTHS.getOrDefault(column, USUAL_WIDTH));
            sheet.setDefaultColumnStyle(column.ordinal(), text);
        }
        sheet.createFreezePane(0, 1);
    }

    static List<Column> columns() {
        return List.of(Column.values()).subList(0, Column.RESULT.ordinal());
    }

    Row add(int number, Map<Column, String> cells) {
        Row row = sheet.createRow(number);
        cells.forEach((column, value) -> {
            if (!value.isEmpty()) {
                Cell cell = row.createCell(column.ordinal());
                cell.setCellValue(value.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_"));
                cell.setCellStyle(Harmless.write(value).equals(value) ? text : looksLikeFormula);
            }
        });
        return row;
    }

    /** @param formula of the range that holds the list */
    void choose(Column column, String formula) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        choose(column, helper, helper.createFormulaListConstraint(formula));
    }

    void choose(Column column, List<String> values) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        choose(column, helper, helper.createExplicitListConstraint(values.toArray(String[]::new)));
    }

    private void choose(Column column, DataValidationHelper helper, DataValidationConstraint list) {
        int last = Math.min(LISTED_ROWS, SpreadsheetVersion.EXCEL2007.getLastRowIndex());
        DataValidation validation =
                helper.createValidation(list, new CellRangeAddressList(1, last, column.ordinal(), column.ordinal()));
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }

    Sheet sheet() {
        return sheet;
    }
}
