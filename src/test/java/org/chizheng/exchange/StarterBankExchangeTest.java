package org.chizheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.chizheng.bank.Figure;
import org.chizheng.bank.FigureFile;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Revision;
import org.chizheng.exchange.gift.GiftReader;
import org.chizheng.exchange.gift.GiftWriter;
import org.chizheng.exchange.moodle.MoodleXmlReader;
import org.chizheng.exchange.moodle.MoodleXmlWriter;
import org.chizheng.exchange.qti.QtiReader;
import org.chizheng.exchange.qti.QtiWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The whole starter bank goes out in each format and comes back as it was. */
class StarterBankExchangeTest {
    private static final List<ExchangedItem> BANK = new ArrayList<>();

    @BeforeAll
    static void readTheBank() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("question-bank"))) {
            for (Path file : files.filter(path -> path.getFileName().toString().matches("\\d\\d-.*\\.yaml"))
                    .sorted()
                    .toList()) {
                chapter(file);
            }
        }
        assertThat(BANK).hasSizeGreaterThan(500).anyMatch(item -> item.draft().figure() != null);
    }

    @Test
    void asMoodleXml() throws UnreadableFile {
        assertSame(Written.read(new MoodleXmlReader(), Written.write(new MoodleXmlWriter(), BANK)), true);
    }

    @Test
    void asQti() throws UnreadableFile {
        assertSame(Written.read(new QtiReader(), Written.write(new QtiWriter(), BANK)), true);
    }

    @Test
    void asGiftButForTheFigures() throws UnreadableFile {
        assertSame(Written.read(new GiftReader(), Written.write(new GiftWriter(), BANK)), false);
    }

    private static void assertSame(List<ExchangedItem> again, boolean figures) {
        assertThat(again).hasSameSizeAs(BANK);
        for (int i = 0; i < BANK.size(); i++) {
            ItemDraft draft = BANK.get(i).draft();
            assertThat(again.get(i).reference()).isEqualTo(BANK.get(i).reference());
            ItemDraft expected = figures ? draft : withoutFigure(draft);
            if (expected.figure() == null) {
                assertThat(again.get(i).draft()).isEqualTo(expected);
            } else {
                assertThat(again.get(i).draft()).usingRecursiveComparison().isEqualTo(expected);
            }
        }
    }

    private static ItemDraft withoutFigure(ItemDraft draft) {
        return new ItemDraft(
                draft.type(),
                draft.chapter(),
                draft.difficulty(),
                draft.stem(),
                draft.options(),
                draft.explanation(),
                draft.source(),
                null,
                null);
    }

    private static void chapter(Path file) throws Exception {
        try (Reader in = Files.newBufferedReader(file)) {
            Map<String, Object> chapter = new Yaml().load(in);
            for (Object item : (List<?>) chapter.get("items")) {
                BANK.add(item(file, String.valueOf(chapter.get("chapter")), (Map<?, ?>) item));
            }
        }
    }

    private static ExchangedItem item(Path file, String chapter, Map<?, ?> item) throws Exception {
        String type =
                item.get("type").toString().toUpperCase(java.util.Locale.ROOT).replace('-', '_');
        Figure figure = item.get("figure") == null
                ? null
                : figure(file.resolveSibling(item.get("figure").toString()));
        Map<?, ?> source = (Map<?, ?>) item.get("source");
        ItemDraft draft = new ItemDraft(
                type,
                chapter,
                Integer.parseInt(item.get("difficulty").toString()),
                item.get("stem").toString().strip(),
                options(type, item),
                item.get("explain").toString().strip(),
                source.get("doc") + " " + source.get("clause"),
                figure,
                figure == null ? null : item.get("figureAlt").toString().strip());
        return new ExchangedItem("", item.get("id").toString(), draft, List.of());
    }

    private static Figure figure(Path path) throws IOException, FigureFile.Unfit {
        return FigureFile.check(path.toString(), Files.readAllBytes(path));
    }

    private static List<Revision.Option> options(String type, Map<?, ?> item) {
        if (type.equals("TRUE_FALSE")) {
            boolean holds = Boolean.parseBoolean(item.get("answer").toString());
            return List.of(new Revision.Option(ItemParts.TRUE, holds), new Revision.Option(ItemParts.FALSE, !holds));
        }
        List<Revision.Option> options = new ArrayList<>();
        texts(item.get("right")).forEach(text -> options.add(new Revision.Option(text, true)));
        texts(item.get("wrong")).forEach(text -> options.add(new Revision.Option(text, false)));
        return options;
    }

    private static List<String> texts(Object said) {
        return said instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(said));
    }
}
