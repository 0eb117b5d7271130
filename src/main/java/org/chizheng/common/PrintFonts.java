package org.chizheng.common;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one sheet that is made whole each time, such as a ticket or a room's record: Noto Serif SC, and Hana Mincho B for rare characters, character by character. The files
 * are read once for all sheets, from one place in the file at a time, so a sheet is made under the lock of this class. Certificates have a writer of their own, made for their number.
 */
public final class PrintFonts {
    private final PDDocument document;
    private final PDFont main;
    private final String missing;
    private PDFont rare;

    /** @param missing stands for a character that no font has */
    public PrintFonts(PDDocument document, String missing) throws IOException {
        this.document = document;
        this.missing = missing;
        main = PDType0Font.load(document, Main.FACE.font(), true);
    }

    private record Face(TrueTypeFont font, CmapLookup characters) {
        static Face packed(String file) {
            try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream("fonts/" + file)) {
                if (in == null) {
                    throw new IllegalStateException(file + " is missing: bin/fonts lays it there before the build");
                }
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
                font.setEnableGsub(false);
                return new Face(font, font.getUnicodeCmapLookup());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean has(int point) {
            return characters.getGlyphId(point) != 0;
        }
    }

    private static final class Main {
        static final Face FACE = Face.packed("NotoSerifSC_500Medium.ttf");
    }

    private static final class Rare {
        static final Face FACE = Face.packed("HanaMinB.ttf");
    }

    /** Characters that one font has. */
    public record Run(PDFont font, String text) {}

    public List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder some = new StringBuilder();
        PDFont font = main;
        for (int point : text.codePoints().toArray()) {
            boolean common = Main.FACE.has(point);
            boolean other = !common && Character.isIdeographic(point) && Rare.FACE.has(point);
            PDFont next = other ? rare() : main;
            if (next != font && !some.isEmpty()) {
                runs.add(new Run(font, some.toString()));
                some.setLength(0);
            }
            font = next;
            some.append(common || other ? Character.toString(point) : missing);
        }
        if (!some.isEmpty()) {
            runs.add(new Run(font, some.toString()));
        }
        return runs;
    }

    private PDFont rare() {
        try {
            if (rare == null) {
                rare = PDType0Font.load(document, Rare.FACE.font(), true);
            }
            return rare;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In points. */
    public double width(String text, float size) {
        double width = 0;
        try {
            for (Run run : runs(text)) {
                width += run.font().getStringWidth(run.text()) * size / 1000;
            }
            return width;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
