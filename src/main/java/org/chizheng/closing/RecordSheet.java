package org.chizheng.closing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.chizheng.closing.rule.Lines;
import org.chizheng.common.PrintFonts;

/** Pages of A4 that are filled from above: headings, paragraphs and tables whose head is repeated on each page. Measures in points. */
final class RecordSheet implements AutoCloseable {
    static final float WIDTH = 500;
    private static final float LEFT = (PDRectangle.A4.getWidth() - WIDTH) / 2;
    private static final float TOP = PDRectangle.A4.getHeight() - 56;
    private static final float BOTTOM = 62;
    private static final float LEADING = 1.35f;
    private static final float PADDING = 3;
    private static final float INK = 0.1f;
    private static final float RULE = 0.7f;
    private final PDDocument document = new PDDocument();
    private final PrintFonts fonts;
    private PDPageContentStream page;
    private float y;

    RecordSheet(String title) throws IOException {
        fonts = new PrintFonts(document, "□");
        document.getDocumentInformation().setTitle(title);
        document.getDocumentCatalog().setLanguage("zh-CN");
        turn();
    }

    /** A column: its head in Chinese and English, its width as a share of the page. */
    record Column(String zh, String en, float share) {}

    void heading(String text, float size) throws IOException {
        y -= size * 0.6f;
        mustFit(size * LEADING * 3);
        paragraph(text, size);
        y -= size * 0.2f;
    }

    void paragraph(String text, float size) throws IOException {
        for (String line : Lines.of(text, WIDTH, piece -> fonts.width(piece, size))) {
            mustFit(size * LEADING);
            y -= size * LEADING;
            write(line, LEFT, y, size);
        }
    }

    void table(List<Column> columns, List<List<String>> rows, float size) throws IOException {
        head(columns, size);
        for (List<String> row : rows) {
            List<List<String>> cells = cells(columns, row, size);
            float height = height(cells, size);
            if (y - height < BOTTOM) {
                turn();
                head(columns, size);
            }
            row(columns, cells, size, height);
        }
        y -= size * 0.5f;
    }

    private void head(List<Column> columns, float size) throws IOException {
        List<String> names =
                columns.stream().map(column -> column.zh() + "\n" + column.en()).toList();
        List<List<String>> cells = cells(columns, names, size);
        float height = height(cells, size);
        mustFit(height * 2);
        page.setNonStrokingColor(0.93f);
        page.addRect(LEFT, y - height, WIDTH, height);
        page.fill();
        page.setNonStrokingColor(INK);
        row(columns, cells, size, height);
    }

    private List<List<String>> cells(List<Column> columns, List<String> texts, float size) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            double room = columns.get(i).share() * WIDTH - 2 * PADDING;
            cells.add(Lines.of(texts.get(i), room, piece -> fonts.width(piece, size)));
        }
        return cells;
    }

    private static float height(List<List<String>> cells, float size) {
        int lines = cells.stream().mapToInt(List::size).max().orElse(1);
        return lines * size * LEADING + 2 * PADDING;
    }

    private void row(List<Column> columns, List<List<String>> cells, float size, float height) throws IOException {
        float x = LEFT;
        for (int i = 0; i < columns.size(); i++) {
            float line = y - PADDING;
            for (String text : cells.get(i)) {
                line -= size * LEADING;
                write(text, x + PADDING, line + size * 0.35f, size);
            }
            x += columns.get(i).share() * WIDTH;
        }
        y -= height;
        page.setStrokingColor(RULE);
        page.setLineWidth(0.5f);
        page.moveTo(LEFT, y);
        page.lineTo(LEFT + WIDTH, y);
        page.stroke();
    }

    private void write(String text, float x, float base, float size) throws IOException {
        page.beginText();
        page.newLineAtOffset(x, base);
        for (PrintFonts.Run run : fonts.runs(text)) {
            page.setFont(run.font(), size);
            page.showText(run.text());
        }
        page.endText();
    }

    private void mustFit(float height) throws IOException {
        if (y - height < BOTTOM) {
            turn();
        }
    }

    private void turn() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        page.setNonStrokingColor(INK);
        y = TOP;
    }

    int pages() {
        return document.getNumberOfPages();
    }

    /** Numbers the pages, each with the same words before its number. */
    byte[] finish(String words) throws IOException {
        page.close();
        for (int i = 0; i < pages(); i++) {
            page = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true);
            write(words + "    " + (i + 1) + " / " + pages(), LEFT, BOTTOM - 24, 8);
            page.close();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
