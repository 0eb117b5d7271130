package org.chizheng.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Noto Serif SC, parsed once on first use and shared; each document embeds only the characters it shows. */
final class CertificateFont {
    private static final String FILE = "fonts/NotoSerifSC_500Medium.ttf";

    private CertificateFont() {}

    private static final class Holder {
        static final TrueTypeFont FONT = load();
    }

    static TrueTypeFont get() {
        return Holder.FONT;
    }

    /** The characters of the text that cannot be printed, in their order. */
    static String unprintable(String text) {
        try {
            var cmap = get().getUnicodeCmapLookup();
            return text.codePoints()
                    .filter(point -> cmap.getGlyphId(point) == 0)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont load() {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing: bin/fonts lays it there before the build");
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
