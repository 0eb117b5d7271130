package org.chizheng.certificate.document;

import java.util.ArrayList;
import java.util.List;

import org.chizheng.certificate.CertificateFace;

/** Sets the facts of a certificate on a page: rows of labels and values, evenly spread; a long value goes on a second line before it gets small. */
final class PageText {
    private static final String INK = "0.10 0.11 0.12";
    private static final String GREY = "0.38 0.41 0.42";
    private static final double POINT = 25.4 / 72;
    private final Sheet sheet;
    private final Layout layout;
    private final Layout.Page page;

    PageText(Sheet sheet, Layout layout, Layout.Page page) {
        this.sheet = sheet;
        this.layout = layout;
        this.page = page;
    }

    private double of(String measure) {
        return page.of("fields", measure);
    }

    /** A field with its text broken into lines. english is beside the last line, or below it. */
    private record Cell(
            Layout.Word label,
            List<String> lines,
            double size,
            String english,
            boolean below,
            double column,
            double start,
            double room) {}

    void fields(Structure.Element document, CertificateFace face) {
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Field> row : page.rows(face.documentKind())) {
            List<Cell> cells = cells(row, face);
            if (!cells.isEmpty()) {
                rows.add(cells);
            }
        }
        double more = 0;
        for (List<Cell> row : rows.subList(0, rows.size() - 1)) {
            more += more(row);
        }
        double pitch = Math.min(of("pitch"), (of("top") - of("bottom") - more) / Math.max(1, rows.size() - 1));
        double y = of("top");
        Structure.Element table = document.add("Table");
        for (List<Cell> row : rows) {
            for (Cell cell : row) {
                draw(table.add("TR"), cell, y);
            }
            y -= pitch + more(row);
        }
    }

    /** What a row needs below its first line. */
    private double more(List<Cell> row) {
        return row.stream()
                .mapToDouble(cell -> (cell.lines().size() - 1) * cell.size() * POINT * of("lineGap")
                        + (cell.below() ? of("en") * POINT * 1.1 : 0))
                .max()
                .orElse(0);
    }

    private List<Cell> cells(List<Field> row, CertificateFace face) {
        List<Field> shown =
                row.stream().filter(field -> field.of(face).isThere()).toList();
        List<Cell> cells = new ArrayList<>();
        for (Field field : shown) {
            boolean second = !cells.isEmpty();
            double column = of("x") + (second ? of("second") : 0);
            double start = column + of(second ? "secondValue" : "value");
            double end = of("x") + (second || shown.size() == 1 ? of("value") + of("room") : of("second") - of("gap"));
            cells.add(cell(field, face, column, start, end - start));
        }
        return cells;
    }

    private Cell cell(Field field, CertificateFace face, double column, double start, double room) {
        Field.Value value = field.of(face);
        List<Double> sizes = page.sizes(field == Field.NAME ? "nameSizes" : "sizes");
        List<String> lines = List.of(value.zh());
        double size = sizes.get(0);
        for (int attempt = 0; attempt < sizes.size(); attempt++) {
            size = sizes.get(attempt);
            lines = Wrapping.lines(value.zh(), sheet, size, room);
            if (lines.size() <= (attempt < 2 ? 1 : 2)) {
                break;
            }
        }
        if (value.en() == null) {
            return new Cell(layout.label(field), lines, size, null, false, column, start, room);
        }
        double used = sheet.width(lines.get(lines.size() - 1), size) + size * POINT * 0.6;
        boolean below = used + sheet.width(value.en(), of("en")) > room;
        return new Cell(layout.label(field), lines, size, value.en(), below, column, start, room);
    }

    private void draw(Structure.Element row, Cell cell, double y) {
        double label = page.of("labels", "size");
        Structure.Element header = row.header();
        sheet.text(header, cell.label().zh(), cell.column(), y, label, layout.colour("ink"));
        sheet.text(
                header.english(),
                cell.label().en(),
                cell.column(),
                y - page.of("labels", "drop"),
                page.of("labels", "en"),
                GREY);
        Structure.Element data = row.add("TD");
        double x = cell.start();
        double line = y;
        for (String text : cell.lines()) {
            sheet.text(data, text, x, line, cell.size(), INK);
            line -= cell.size() * POINT * of("lineGap");
        }
        if (cell.english() != null) {
            english(data, cell, x, line);
        }
        rule(cell, line + cell.size() * POINT * of("lineGap") - (cell.below() ? of("en") * POINT * 1.25 : 0));
    }

    /** A hairline below the value. */
    private void rule(Cell cell, double base) {
        StringBuilder line = new StringBuilder(layout.colour("tint")).append(" RG ");
        Digits.put(line, of("rule")).append("w ");
        Digits.put(line, cell.start());
        Digits.put(line, base - of("ruleDrop")).append("m ");
        Digits.put(line, cell.start() + cell.room());
        Digits.put(line, base - of("ruleDrop")).append("l S");
        sheet.artifact(line);
    }

    private void english(Structure.Element data, Cell cell, double x, double next) {
        double size = of("en");
        if (cell.below()) {
            double y = next + cell.size() * POINT * of("lineGap") - size * POINT * 1.25;
            double room = cell.room();
            double fits = Math.min(size, size * room / sheet.width(cell.english(), size));
            sheet.text(data.english(), cell.english(), x, y, Math.max(fits, size * 0.8), GREY);
        } else {
            String last = cell.lines().get(cell.lines().size() - 1);
            double y = next + cell.size() * POINT * of("lineGap");
            sheet.text(
                    data.english(),
                    cell.english(),
                    x + sheet.width(last, cell.size()) + cell.size() * POINT * 0.6,
                    y,
                    size,
                    GREY);
        }
    }
}
