package org.chizheng.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;

import org.chizheng.bank.Figure;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Revision;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Items as an author could write them, with every sign that some format gives a meaning to. */
public final class AnyItems {
    private AnyItems() {}

    private static Arbitrary<String> piece() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        6,
                        Arbitraries.strings()
                                .withCharRange('\u4e00', '\u9fa5')
                                .ofMinLength(1)
                                .ofMaxLength(6)),
                net.jqwik.api.Tuple.of(
                        4,
                        Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(6)),
                net.jqwik.api.Tuple.of(
                        6,
                        Arbitraries.strings()
                                .withChars("~=#{}:\\<>&\"'%[]$@*`|/().,!?^_-+;")
                                .ofMinLength(1)
                                .ofMaxLength(3)),
                net.jqwik.api.Tuple.of(
                        4,
                        Arbitraries.of(
                                " ",
                                "  ",
                                "\n",
                                "\n\n",
                                "\n  ",
                                "\\n",
                                "->",
                                "::",
                                "####",
                                "//",
                                "%50%",
                                "]]>",
                                "<!--",
                                "<b>",
                                "&lt;",
                                "&amp;nbsp;",
                                "</text>",
                                "@@PLUGINFILE@@/",
                                "$CATEGORY: a",
                                "[html]",
                                "ANSWER: A",
                                "A. ",
                                "（　）",
                                "😀",
                                "🧯⚠️",
                                "m²",
                                "CO₂",
                                "“≤”",
                                "• ",
                                "1. ",
                                "\t",
                                "TRUE",
                                "=",
                                "}")));
    }

    public static Arbitrary<String> text() {
        return piece().list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(pieces -> Tidy.text(String.join("", pieces)))
                .filter(text -> !text.isEmpty());
    }

    private static Arbitrary<String> line() {
        return text().map(Tidy::line).filter(text -> !text.isEmpty() && text.length() <= 150);
    }

    private static Arbitrary<List<Revision.Option>> options(String type) {
        if (type.equals("TRUE_FALSE")) {
            return Arbitraries.of(true, false)
                    .map(holds -> List.of(
                            new Revision.Option(ItemParts.TRUE, holds), new Revision.Option(ItemParts.FALSE, !holds)));
        }
        return Combinators.combine(
                        text().set().ofMinSize(3).ofMaxSize(6),
                        Arbitraries.integers().between(2, 4),
                        Arbitraries.randomValue(java.util.Random::nextLong))
                .as((texts, rights, seed) -> options(texts, type.equals("SINGLE") ? 1 : rights, seed));
    }

    private static List<Revision.Option> options(Set<String> texts, int rights, long seed) {
        List<Revision.Option> options = new ArrayList<>();
        texts.forEach(text -> options.add(new Revision.Option(text, options.size() < rights)));
        java.util.Collections.shuffle(options, new java.util.Random(seed));
        return options;
    }

    private static Arbitrary<ItemDraft> draft(String type, boolean figures) {
        Arbitrary<Figure> figure = Arbitraries.of(svg(80), svg(120), png()).injectNull(figures ? 0.5 : 1);
        Arbitrary<String> maybe = Arbitraries.oneOf(text(), Arbitraries.just(""));
        return Combinators.combine(
                        Arbitraries.of("", "01", "12"),
                        Arbitraries.integers().between(1, 3),
                        text(),
                        options(type),
                        maybe,
                        maybe.map(Tidy::line),
                        figure,
                        line())
                .as((chapter, difficulty, stem, options, explanation, source, picture, alt) -> new ItemDraft(
                        type,
                        chapter,
                        difficulty,
                        stem,
                        options,
                        explanation,
                        source,
                        picture,
                        picture == null ? null : alt));
    }

    public static Arbitrary<List<ExchangedItem>> items(boolean figures) {
        Arbitrary<ItemDraft> draft =
                Arbitraries.of("TRUE_FALSE", "SINGLE", "MULTIPLE").flatMap(type -> draft(type, figures));
        Arbitrary<String> reference = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 999).map("LVE-02-%03d"::formatted), line(), Arbitraries.just(""));
        return Combinators.combine(reference, Arbitraries.of("", "NATIONAL", "PROVINCIAL"), draft)
                .as((name, level, item) -> new ExchangedItem("", name, level, item, List.of()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    public static Figure svg(int width) {
        String svg =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " 60\"><title>图</title></svg>";
        return new Figure("image/svg+xml", svg.getBytes(UTF_8), width, 60);
    }

    public static Figure png() {
        return new Figure("image/png", picture("png", 30, 20, 30), 30, 20);
    }

    /** @param grain side of the squares of one colour, in pixels: the smaller, the harder is the picture to press */
    public static byte[] picture(String format, int width, int height, int grain) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        java.util.Random random = new java.util.Random(1);
        for (int x = 0; x < width; x += grain) {
            for (int y = 0; y < height; y += grain) {
                int colour = random.nextInt(0x1000000);
                for (int i = 0; i < grain * grain; i++) {
                    int px = x + i % grain;
                    int py = y + i / grain;
                    if (px < width && py < height) {
                        picture.setRGB(px, py, colour + (px * 7 + py * 3) % 5);
                    }
                }
            }
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
