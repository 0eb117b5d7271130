package org.chizheng.common.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.chizheng.common.document.TaggedSheet.Column;
import org.chizheng.common.document.TaggedSheet.Words;

/** One table of a tagged sheet: each row is laid out by itself; a head that is repeated on the next page is there for the eyes only. */
final class TaggedTable {
    static final float SMALLER = 0.86f;
    private static final float PADDING = 3;
    private static final float RULE = 0.7f;
    private static final float GROUND = 0.93f;
    private final TaggedPages pages;
    private final List<Column> columns;
    private final float size;
    private final boolean labelled;
    private final PDStructureElement table;
    private final List<Words> heads;

    /** @param labelled whether the first cell of each row is its head */
    TaggedTable(TaggedPages pages, List<Column> columns, float size, boolean labelled) {
        this.pages = pages;
        this.columns = columns;
        this.size = size;
        this.labelled = labelled;
        this.table = pages.add("Table");
        this.heads = columns.stream()
                .map(column -> new Words(column.zh(), column.en()))
                .toList();
    }

    private record Line(String text, float size, boolean english) {}

    float size() {
        return size;
    }

    float headHeight() {
        return height(heads);
    }

    float height(List<Words> row) {
        float tallest = 0;
        for (List<Line> cell : cells(row)) {
            tallest = Math.max(tallest, (float) cell.stream()
                    .mapToDouble(line -> line.size() * TaggedSheet.LEADING)
                    .sum());
        }
        return tallest + 2 * PADDING;
    }

    private List<List<Line>> cells(List<Words> row) {
        List<List<Line>> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            double room = columns.get(i).share() * TaggedSheet.WIDTH - 2 * PADDING;
            List<Line> lines = new ArrayList<>();
            broken(row.get(i).zh(), room, size).forEach(text -> lines.add(new Line(text, size, false)));
            if (!row.get(i).en().isEmpty()) {
                float small = size * SMALLER;
                broken(row.get(i).en(), room, small).forEach(text -> lines.add(new Line(text, small, true)));
            }
            cells.add(lines);
        }
        return cells;
    }

    private List<String> broken(String text, double room, float letters) {
        return Lines.of(text, room, piece -> pages.width(piece, letters));
    }

    /** @return where the next row begins */
    float head(float left, float top) throws IOException {
        ground(left, top);
        PDStructureElement tr = pages.add("TR", table);
        float x = left;
        for (int i = 0; i < columns.size(); i++) {
            cell(header(tr, "Column"), cells(heads).get(i), x, top);
            x += columns.get(i).share() * TaggedSheet.WIDTH;
        }
        return ruled(left, top - headHeight());
    }

    float headAgain(float left, float top) throws IOException {
        ground(left, top);
        float x = left;
        for (int i = 0; i < columns.size(); i++) {
            float at = x;
            List<Line> lines = cells(heads).get(i);
            pages.artifact(page -> write(page, lines, at, top));
            x += columns.get(i).share() * TaggedSheet.WIDTH;
        }
        return ruled(left, top - headHeight());
    }

    float row(List<Words> row, float left, float top) throws IOException {
        PDStructureElement tr = pages.add("TR", table);
        List<List<Line>> cells = cells(row);
        float x = left;
        for (int i = 0; i < columns.size(); i++) {
            PDStructureElement element = labelled && i == 0 ? header(tr, "Row") : pages.add("TD", tr);
            cell(element, cells.get(i), x, top);
            x += columns.get(i).share() * TaggedSheet.WIDTH;
        }
        return ruled(left, top - height(row));
    }

    private PDStructureElement header(PDStructureElement tr, String scope) {
        PDStructureElement header = pages.add("TH", tr);
        PDTableAttributeObject attribute = new PDTableAttributeObject();
        attribute.setScope(scope);
        header.addAttribute(attribute);
        return header;
    }

    private void cell(PDStructureElement element, List<Line> lines, float x, float top) throws IOException {
        List<Line> chinese = lines.stream().filter(line -> !line.english()).toList();
        List<Line> english = lines.stream().filter(Line::english).toList();
        pages.draw(element, page -> write(page, chinese, x, top));
        if (!english.isEmpty()) {
            PDStructureElement span = pages.add("Span", element);
            span.setLanguage("en");
            float below = top - chinese.size() * size * TaggedSheet.LEADING;
            pages.draw(span, page -> write(page, english, x, below));
        }
    }

    private void write(PDPageContentStream page, List<Line> lines, float x, float top) throws IOException {
        float base = top - PADDING;
        for (Line line : lines) {
            base -= line.size() * TaggedSheet.LEADING;
            page.setNonStrokingColor(line.english() ? TaggedSheet.GREY : TaggedSheet.INK);
            pages.text(page, line.text(), x + PADDING, base + line.size() * 0.35f, line.size());
        }
        page.setNonStrokingColor(TaggedSheet.INK);
    }

    private void ground(float left, float top) throws IOException {
        pages.artifact(page -> {
            page.setNonStrokingColor(GROUND);
            page.addRect(left, top - headHeight(), TaggedSheet.WIDTH, headHeight());
            page.fill();
            page.setNonStrokingColor(TaggedSheet.INK);
        });
    }

    private float ruled(float left, float at) throws IOException {
        pages.artifact(page -> {
            page.setStrokingColor(RULE);
            page.setLineWidth(0.5f);
            page.moveTo(left, at);
            page.lineTo(left + TaggedSheet.WIDTH, at);
            page.stroke();
        });
        return at;
    }
}
