package org.chizheng.certificate.document;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A TrueType font, read once and shared: which glyph a character has, how wide it is, and the bytes of its outline, for subsets that are cut without parsing anew. */
final class Typeface {
    private final byte[] file;
    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final long[] locations;
    private final int outlines;
    private final byte[] metrics;
    private final int measured;
    private final int unitsPerEm;
    private final String name;

    private Typeface(byte[] file) throws IOException {
        this.file = file;
        font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        font.setEnableGsub(false);
        characters = font.getUnicodeCmapLookup();
        locations = font.getIndexToLocation().getOffsets();
        outlines = (int) font.getTableMap().get("glyf").getOffset();
        metrics = table("hmtx");
        measured = font.getHorizontalHeader().getNumberOfHMetrics();
        unitsPerEm = font.getUnitsPerEm();
        name = font.getName();
    }

    /** @throws IllegalStateException if the build did not pack it */
    static Typeface packed(String file) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream("fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing: bin/fonts lays it there before the build");
            }
            return new Typeface(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostScript name. */
    String name() {
        return name;
    }

    /** 0 where it has none. */
    int glyph(int codePoint) {
        return characters.getGlyphId(codePoint);
    }

    /** Advance in thousandths of the em. */
    int width(int glyph) {
        return Math.round(u16(metrics, 4 * Math.min(glyph, measured - 1)) * 1000f / unitsPerEm);
    }

    /** Advance and left side bearing as they stand in hmtx. */
    byte[] metric(int glyph) {
        if (glyph < measured) {
            return Arrays.copyOfRange(metrics, 4 * glyph, 4 * glyph + 4);
        }
        int bearing = 4 * measured + 2 * (glyph - measured);
        return new byte[] {metrics[4 * measured - 4], metrics[4 * measured - 3], metrics[bearing], metrics[bearing + 1]
        };
    }

    /** The glyph's description as it stands in glyf; empty for a blank. */
    byte[] description(int glyph) {
        return Arrays.copyOfRange(file, (int) (outlines + locations[glyph]), (int) (outlines + locations[glyph + 1]));
    }

    /** A table's bytes, none where the font has no such table. */
    byte[] table(String tag) {
        TTFTable table = font.getTableMap().get(tag);
        return table == null
                ? new byte[0]
                : Arrays.copyOfRange(file, (int) table.getOffset(), (int) (table.getOffset() + table.getLength()));
    }

    /** Outline of a character in units of the em. */
    synchronized GeneralPath outline(int codePoint) {
        try {
            return font.getGlyph().getGlyph(glyph(codePoint)).getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int unitsPerEm() {
        return unitsPerEm;
    }

    /** A measure of the em in thousandths. */
    int thousandths(int units) {
        return Math.round(units * 1000f / unitsPerEm);
    }

    /** FontBBox, ascent and descent for a font descriptor. */
    String measures() {
        try {
            var head = font.getHeader();
            var lines = font.getHorizontalHeader();
            return "/FontBBox [%d %d %d %d] /Ascent %d /Descent %d /CapHeight %d"
                    .formatted(
                            thousandths(head.getXMin()),
                            thousandths(head.getYMin()),
                            thousandths(head.getXMax()),
                            thousandths(head.getYMax()),
                            thousandths(lines.getAscender()),
                            thousandths(lines.getDescender()),
                            thousandths(font.getOS2Windows().getCapHeight()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
