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
        return Combinators.combine(reference, draft)
                .as((name, item) -> new ExchangedItem("", name, item, List.of()))
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
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", out);
            return new Figure("image/png", out.toByteArray(), 30, 20);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
