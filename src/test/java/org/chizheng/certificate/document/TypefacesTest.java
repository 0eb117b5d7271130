package org.chizheng.certificate.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.junit.jupiter.api.Test;

class TypefacesTest {
    @Test
    void eachOfThe8105StandardCharactersIsPrinted() throws IOException {
        String standard = standard();
        assertThat(standard.codePoints().distinct().count()).isEqualTo(8105);
        assertThat(Typefaces.unprintable(standard)).isEmpty();
    }

    @Test
    void soAreRareCharactersOfNamesFarBeyondThem() {
        assertThat(Typefaces.unprintable("喆䶮𬭎㛃𠅤𠀀𪚥𫝀𬺰")).isEmpty();
        for (int[] block : new int[][] {{0x4e00, 0x9fa5}, {0x3400, 0x4db5}, {0x20000, 0x2a6d6}, {0x2b820, 0x2cea1}}) {
            long missing = IntStream.rangeClosed(block[0], block[1])
                    .filter(point ->
                            !Typefaces.unprintable(Character.toString(point)).isEmpty())
                    .count();
            assertThat(missing)
                    .as("missing from U+%x to U+%x", block[0], block[1])
                    .isLessThanOrEqualTo((block[1] - block[0]) / 1000);
        }
    }

    @Test
    void namesInLatinLettersArePrinted() {
        assertThat(Typefaces.unprintable("José Müller-Ångström O'Brien d’Été · Nguyễn"))
                .isEmpty();
    }

    @Test
    void whatNoTypefaceHasIsNamedInItsOrder() {
        assertThat(Typefaces.unprintable("王\uD880\uDC00小\uE000😀")).isEqualTo("\uD880\uDC00\uE000😀");
    }

    /** The program that is embedded, parsed by another's parser: each glyph has the outline and width of the whole font's. */
    @Test
    void aSubsetHasTheOutlinesOfTheFont() throws IOException {
        List<Integer> characters = new ArrayList<>();
        "演示龚䶮Añé至0·".codePoints().forEach(characters::add);
        same(Typefaces.main(), characters);
        same(Typefaces.rare(), "𠀀𪚥𬺰".codePoints().boxed().toList());
    }

    private static void same(Typeface face, List<Integer> characters) throws IOException {
        FontSubset subset = new FontSubset(face);
        characters.forEach(subset::number);
        try (TrueTypeFont parsed = new TTFParser(true).parseEmbedded(new ByteArrayInputStream(subset.program()))) {
            for (int character : characters) {
                int number = subset.number(character);
                GlyphData glyph = parsed.getGlyph().getGlyph(number);
                assertThat(glyph.getPath().getBounds2D())
                        .as("U+%x", character)
                        .isEqualTo(face.outline(character).getBounds2D());
                assertThat(Math.round(parsed.getAdvanceWidth(number) * 1000f / parsed.getUnitsPerEm()))
                        .isEqualTo(face.width(face.glyph(character)));
            }
        }
    }

    /** 通用规范汉字表 of 2013, in its order. */
    private static String standard() throws IOException {
        try (InputStream in = TypefacesTest.class.getResourceAsStream("/certificate/standard-characters.txt")) {
            return new String(in.readAllBytes(), UTF_8).replace("\n", "");
        }
    }
}
