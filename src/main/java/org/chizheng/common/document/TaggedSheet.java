package org.chizheng.common.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.chizheng.common.QrCode;

/**
 * A tagged document of A4 pages that are filled from above: headings, paragraphs, a QR code, figures, and tables whose head is repeated on each page. Measures in points. Made under the lock of
 * {@link org.chizheng.common.PrintFonts}.
 */
public final class TaggedSheet implements AutoCloseable {
    public static final float WIDTH = 500;
    static final float LEADING = 1.35f;
    static final float INK = 0.1f;
    static final float GREY = 0.36f;
    private static final float LEFT = (PDRectangle.A4.getWidth() - WIDTH) / 2;
    private static final float TOP = PDRectangle.A4.getHeight() - 56;
    private static final float BOTTOM = 62;
    private static final float GAP = 12;
    private static final float CAPTION = 7.5f;
    /** A text that is lower stands on one page. */
    private static final float TOGETHER = 120;

    private static final int FIRST_ROWS = 3;

    private final TaggedPages pages;
    private float y;
    private float codeBottom = TOP;
    private float codeSide;
    private float ink = INK;
    private boolean titled;
    /** Headings and notes that wait for what they stand above. */
    private final List<Block> above = new ArrayList<>();

    private float gap;

    public TaggedSheet(String title) throws IOException {
        pages = new TaggedPages(title);
        turn();
    }

    /** A column: its head in Chinese and English, its width as a share of the page. */
    public record Column(String zh, String en, float share) {}

    /** A text; in English too, smaller and below it, where it is told so. */
    public record Words(String zh, String en) {
        /** The apostrophe of the Chinese font is as wide as a character; the plain one is not. */
        public Words {
            en = en.replace('’', '\'');
        }

        public static Words of(String text) {
            return new Words(text, "");
        }
    }

    /** Of a height that is told before it is drawn. */
    private record Block(float height, Drawing drawing) {}

    /** The first one is the document's title. It goes to the page where what follows begins. */
    public void heading(String text, float size) throws IOException {
        begin(0);
        gap = size * 0.6f;
        above.add(new Block(size * (LEADING * wrapped(text, size).size() + 0.45f), () -> {
            lines(pages.add(titled ? "H2" : "H1"), text, size);
            titled = true;
            y -= size * 0.45f;
        }));
    }

    /** What has to be known of what follows: a paragraph that goes to the page where that begins. */
    public void note(Words words, float size) {
        above.add(new Block(height(words, size), () -> both(words, size)));
    }

    /** @param height of what must stand on the same page as the headings and notes before it */
    private void begin(float height) throws IOException {
        if (above.isEmpty()) {
            return;
        }
        List<Block> blocks = List.copyOf(above);
        above.clear();
        y -= gap;
        gap = 0;
        float whole = height;
        for (Block block : blocks) {
            whole += block.height();
        }
        mustFit(whole);
        for (Block block : blocks) {
            block.drawing().run();
        }
    }

    public void paragraph(String text, float size) throws IOException {
        begin(size * LEADING * 2);
        lines(pages.add("P"), text, size);
    }

    /** In Chinese, and below it smaller in English. */
    public void paragraph(Words words, float size) throws IOException {
        float height = height(words, size);
        begin(Math.min(height, size * LEADING * 3));
        if (height < TOGETHER) {
            mustFit(height);
        }
        both(words, size);
    }

    private float height(Words words, float size) {
        float small = size * TaggedTable.SMALLER;
        return LEADING
                * (size * wrapped(words.zh(), size).size()
                        + small * wrapped(words.en(), small).size());
    }

    private void both(Words words, float size) throws IOException {
        lines(pages.add("P"), words.zh(), size);
        PDStructureElement english = pages.add("P");
        english.setLanguage("en");
        grey(() -> lines(english, words.en(), size * TaggedTable.SMALLER));
    }

    private void lines(PDStructureElement element, String text, float size) throws IOException {
        for (String line : wrapped(text, size)) {
            mustFit(size * LEADING);
            y -= size * LEADING;
            pages.draw(element, page -> {
                page.setNonStrokingColor(ink);
                pages.text(page, line, LEFT, y, size);
                page.setNonStrokingColor(INK);
            });
        }
    }

    private List<String> wrapped(String text, float size) {
        float room = y > codeBottom ? WIDTH - codeSide - GAP : WIDTH;
        return Lines.of(text, room, piece -> pages.width(piece, size));
    }

    private interface Drawing {
        void run() throws IOException;
    }

    private void grey(Drawing drawing) throws IOException {
        ink = GREY;
        drawing.run();
        ink = INK;
    }

    /** Empty space, in points; it belongs to a heading or note before it. */
    public void space(float height) {
        if (above.isEmpty()) {
            y -= height;
        } else {
            above.add(new Block(height, () -> y -= height));
        }
    }

    /** A QR code at the right, beside what follows; its quiet zone within the side, what it is for below it. */
    public void code(String text, Words purpose, float side) throws IOException {
        begin(side);
        float x = LEFT + WIDTH - side;
        float top = y;
        PDStructureElement figure = pages.add("Figure");
        figure.setAlternateDescription(purpose.zh() + " " + purpose.en() + " " + text);
        PDLayoutAttributeObject place = new PDLayoutAttributeObject();
        place.setBBox(new PDRectangle(x, top - side, side, side));
        figure.addAttribute(place);
        pages.draw(figure, page -> squares(page, QrCode.of(text), x, top, side));
        float below = caption(purpose.zh(), pages.add("P"), x, side, top - side);
        PDStructureElement english = pages.add("P");
        english.setLanguage("en");
        codeBottom = caption(purpose.en(), english, x, side, below);
        codeSide = side;
    }

    private float caption(String text, PDStructureElement element, float x, float side, float top) throws IOException {
        float base = top;
        for (String line : Lines.of(text, side, piece -> pages.width(piece, CAPTION))) {
            base -= CAPTION * LEADING;
            float at = base;
            float middle = x + (side - (float) pages.width(line, CAPTION)) / 2;
            pages.draw(element, page -> pages.text(page, line, middle, at, CAPTION));
        }
        return base;
    }

    private static void squares(PDPageContentStream page, QrCode code, float x, float top, float side)
            throws IOException {
        float module = side / code.size();
        for (QrCode.Run run : code.runs()) {
            page.addRect(x + run.start() * module, top - (run.row() + 1) * module, run.length() * module, module);
        }
        page.fill();
    }

    /** Draws within a figure. */
    @FunctionalInterface
    public interface Picture {
        void on(TaggedCanvas canvas) throws IOException;
    }

    /** A picture across the page that is as high; its alternative says what it shows. */
    public void figure(Words alternative, float height, Picture picture) throws IOException {
        begin(height);
        mustFit(height);
        y -= height;
        PDStructureElement figure = pages.add("Figure");
        figure.setAlternateDescription(alternative.zh() + " " + alternative.en());
        PDLayoutAttributeObject place = new PDLayoutAttributeObject();
        place.setBBox(new PDRectangle(LEFT, y, WIDTH, height));
        figure.addAttribute(place);
        pages.draw(figure, page -> picture.on(new TaggedCanvas(pages, page, LEFT, y)));
    }

    /** Rows of plain texts. */
    public void table(List<Column> columns, List<List<String>> rows, float size) throws IOException {
        table(
                new TaggedTable(pages, columns, size, false),
                rows.stream().map(row -> row.stream().map(Words::of).toList()).toList());
    }

    /** Rows of texts in two languages, the first of which says what stands in the others. */
    public void facts(List<Column> columns, List<List<Words>> rows, float size) throws IOException {
        table(new TaggedTable(pages, columns, size, true), rows);
    }

    private void table(TaggedTable table, List<List<Words>> rows) throws IOException {
        y = Math.min(y, codeBottom == TOP ? y : codeBottom);
        float start = table.headHeight() + together(table, rows);
        begin(start);
        mustFit(start);
        y = table.head(LEFT, y);
        for (int i = 0; i < rows.size(); i++) {
            // Nor does the last one stand alone.
            float height =
                    i > 0 && i == rows.size() - 2 ? together(table, rows.subList(i, i + 2)) : table.height(rows.get(i));
            if (y - height < BOTTOM) {
                turn();
                y = table.headAgain(LEFT, y);
            }
            y = table.row(rows.get(i), LEFT, y);
        }
        y -= table.size() * 0.5f;
    }

    /** A table does not begin with a row or two at the foot of a page, unless its rows are so high that three of them would take half of one. */
    private static float together(TaggedTable table, List<List<Words>> rows) throws IOException {
        float first = 0;
        for (int i = 0; i < Math.min(FIRST_ROWS, rows.size()); i++) {
            float more = first + table.height(rows.get(i));
            if (i > 0 && more > (TOP - BOTTOM) / 2) {
                break;
            }
            first = more;
        }
        return first;
    }

    private void mustFit(float height) throws IOException {
        if (y - height < BOTTOM) {
            turn();
        }
    }

    private void turn() throws IOException {
        pages.turn();
        y = TOP;
        codeBottom = TOP;
    }

    public int pages() {
        return pages.count();
    }

    /** Numbers the pages, each with the same words before its number. */
    public byte[] finish(String words) throws IOException {
        begin(0);
        return pages.finish(words, LEFT, BOTTOM - 24, 8);
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }
}
