package org.chizheng.exchange.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files as authors make them, and as attackers do. */
public final class Books {
    private Books() {}

    /** A workbook of one sheet named 题. Cells of a row are parted by |, where ⏎ stands for a new line in a cell and ¦ for a bar; an empty text is no cell, null a blank row. */
    public static Path of(String... rows) throws IOException {
        return with(sheet -> {}, rows);
    }

    static Path with(Consumer<Sheet> more, String... rows) throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "book", ".xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("题");
            for (int i = 0; i < rows.length; i++) {
                if (rows[i] != null) {
                    fill(sheet.createRow(i), rows[i]);
                }
            }
            more.accept(sheet);
            book.write(out);
        }
        return file;
    }

    private static void fill(Row row, String texts) {
        String[] cells = texts.split("\\|", -1);
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                row.createCell(i).setCellValue(cells[i].replace('⏎', '\n').replace('¦', '|'));
            }
        }
    }

    /** A package with these parts, as they are. */
    static Path parts(Map<String, byte[]> parts) throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "parts", ".xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    static Path bytes(String ending, byte[] bytes) throws IOException {
        Path file = Files.createTempFile(Path.of("target"), "file", ending);
        return Files.write(file, bytes);
    }
}
