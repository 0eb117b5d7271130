package org.chizheng.common.document;

import java.io.IOException;

import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Where a figure is drawn: lines, grounds and words in grey, measured in points from its lower left corner. */
public final class TaggedCanvas {
    private static final float[] DASHES = {3, 2};
    private static final float[] NO_DASHES = {};
    private final TaggedPages pages;
    private final PDPageContentStream page;
    private final float left;
    private final float bottom;

    TaggedCanvas(TaggedPages pages, PDPageContentStream page, float left, float bottom) {
        this.pages = pages;
        this.page = page;
        this.left = left;
        this.bottom = bottom;
    }

    /** A point of a line. */
    public record Point(float x, float y) {}

    /** Where words stand beside their point. */
    public enum Side {
        RIGHT_OF,
        LEFT_OF,
        ABOUT
    }

    /** @param grey 0 black to 1 white */
    public void line(Point from, Point to, float width, float grey) throws IOException {
        page.setStrokingColor(grey);
        page.setLineWidth(width);
        page.moveTo(left + from.x(), bottom + from.y());
        page.lineTo(left + to.x(), bottom + to.y());
        page.stroke();
    }

    public void dashed(Point from, Point to, float width, float grey) throws IOException {
        page.setLineDashPattern(DASHES, 0);
        line(from, to, width, grey);
        page.setLineDashPattern(NO_DASHES, 0);
    }

    public void fill(Point corner, float width, float height, float grey) throws IOException {
        page.setNonStrokingColor(grey);
        page.addRect(left + corner.x(), bottom + corner.y(), width, height);
        page.fill();
        page.setNonStrokingColor(TaggedSheet.INK);
    }

    /** A square about a point, black within or white. */
    public void mark(Point at, float side, boolean filled) throws IOException {
        page.setNonStrokingColor(filled ? TaggedSheet.INK : 1);
        page.setStrokingColor(TaggedSheet.INK);
        page.setLineWidth(0.8f);
        page.addRect(left + at.x() - side / 2, bottom + at.y() - side / 2, side, side);
        page.fillAndStroke();
        page.setNonStrokingColor(TaggedSheet.INK);
    }

    public void words(String text, Point base, float size, Side side) throws IOException {
        float width = (float) pages.width(text, size);
        float x = base.x()
                - switch (side) {
                    case RIGHT_OF -> 0;
                    case LEFT_OF -> width;
                    case ABOUT -> width / 2;
                };
        page.setNonStrokingColor(TaggedSheet.INK);
        pages.text(page, text, left + x, bottom + base.y(), size);
    }
}
