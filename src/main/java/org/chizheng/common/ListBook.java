package org.chizheng.common;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** An .xlsx file of lists: one sheet each, with a bold head that stays in sight. Cells are texts or numbers; nothing in them is ever a formula. What is written leaves the memory row by row. */
public final class ListBook {
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int WIDEST = 60;
    private static final int NARROWEST = 8;
    private static final int CHARACTER = 256;
    private final SXSSFWorkbook book = new SXSSFWorkbook();
    private final CellStyle head = book.createCellStyle();
    private final CellStyle plain = book.createCellStyle();

    public ListBook() {
        Font bold = book.createFont();
        bold.setBold(true);
        head.setFont(bold);
        plain.setQuotePrefixed(true);
    }

    /**
     * Adds a sheet.
     *
     * @param rows numbers stay numbers, null is an empty cell, all else is written as its text
     */
    public ListBook sheet(String name, List<String> heads, List<? extends List<?>> rows) {
        Sheet sheet = book.createSheet(WorkbookUtil.createSafeSheetName(name));
        Row first = sheet.createRow(0);
        for (int i = 0; i < heads.size(); i++) {
            first.createCell(i).setCellValue(heads.get(i));
            first.getCell(i).setCellStyle(head);
            int column = i;
            int longest = rows.stream().mapToInt(row -> width(row.get(column))).reduce(width(heads.get(i)), Math::max);
            sheet.setColumnWidth(i, CHARACTER * Math.max(NARROWEST, Math.min(WIDEST, longest + 2)));
        }
        for (int r = 0; r < rows.size(); r++) {
            Row line = sheet.createRow(r + 1);
            for (int i = 0; i < heads.size(); i++) {
                fill(line, i, rows.get(r).get(i));
            }
        }
        sheet.createFreezePane(0, 1);
        return this;
    }

    /** A file of one list. */
    public static byte[] of(String name, List<String> heads, List<? extends List<?>> rows) {
        return new ListBook().sheet(name, heads, rows).bytes();
    }

    private void fill(Row line, int column, Object value) {
        if (value instanceof Number number) {
            line.createCell(column).setCellValue(number.doubleValue());
        } else if (value != null) {
            line.createCell(column).setCellValue(value.toString());
            line.getCell(column).setCellStyle(plain);
        }
    }

    /** A Chinese character is as wide as two letters. */
    private static int width(Object value) {
        return Objects.toString(value, "").chars().map(c -> c < 0x2E80 ? 1 : 2).sum();
    }

    public byte[] bytes() {
        try (book) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
