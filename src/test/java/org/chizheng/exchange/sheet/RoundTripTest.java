package org.chizheng.exchange.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.chizheng.bank.Figure;
import org.chizheng.bank.FigureFile;
import org.chizheng.bank.ItemDraft;
import org.chizheng.bank.Revision.Option;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.ItemReader;
import org.chizheng.exchange.ItemWriter;
import org.chizheng.exchange.rule.Column;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written can be read again, and says the same. */
class RoundTripTest {
    @Property(tries = 60)
    void excelCarriesItems(@ForAll("items") List<ExchangedItem> items) throws Exception {
        assertThat(roundTrip(new ExcelWriter(), new ExcelReader(), items, ".xlsx"))
                .isEqualTo(sorted(items));
    }

    @Property(tries = 300)
    void csvCarriesItems(@ForAll("items") List<ExchangedItem> items) throws Exception {
        assertThat(roundTrip(new CsvWriter(), new CsvReader(), items, ".csv")).isEqualTo(sorted(items));
    }

    @Example
    void excelCarriesAPngFigureAndSaysThatItCarriesNoSvg() throws Exception {
        Figure png = FigureFile.check("a.png", MessySheetsTest.png());
        String drawing =
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><rect width=\"9\" height=\"9\"/></svg>";
        Figure svg = FigureFile.check("a.svg", drawing.getBytes(UTF_8));
        Path file = Files.createTempFile(Path.of("target"), "figures", ".xlsx");
        List<ItemWriter.Lost> lost;
        try (OutputStream out = Files.newOutputStream(file)) {
            lost = new ExcelWriter().write("s", List.of(pictured("X-1", png), pictured("X-2", svg)), out);
        }
        assertThat(lost).extracting(ItemWriter.Lost::reference).containsExactly("X-2");
        List<ExchangedItem> back = new ExcelReader().read(file);
        assertThat(back.get(0).draft().figure().bytes()).isEqualTo(png.bytes());
        assertThat(back.get(0).draft().figureAlt()).isEqualTo("图");
        assertThat(back.get(1).draft().figure()).isNull();
    }

    @Example
    void whatLooksLikeAFormulaIsATextInBoth() throws Exception {
        ExchangedItem item = new ExchangedItem(
                "1",
                "X-1",
                new ItemDraft(
                        "SINGLE",
                        "01",
                        1,
                        "=HYPERLINK(\"http://example.org\")",
                        List.of(new Option("-5℃", true), new Option("+10%", false), new Option("@甲", false)),
                        "",
                        "",
                        null,
                        null),
                List.of());
        assertThat(roundTrip(new ExcelWriter(), new ExcelReader(), List.of(item), ".xlsx"))
                .isEqualTo(sorted(List.of(item)));
        assertThat(roundTrip(new CsvWriter(), new CsvReader(), List.of(item), ".csv"))
                .isEqualTo(sorted(List.of(item)));
        assertThat(Files.readString(written(new CsvWriter(), List.of(item), ".csv")))
                .contains("\"'=HYPERLINK", "'-5℃", "'+10%", "'@甲");
    }

    private static ExchangedItem pictured(String code, Figure figure) {
        List<Option> options = List.of(new Option("正确", true), new Option("错误", false));
        return new ExchangedItem(
                "1", code, new ItemDraft("TRUE_FALSE", "01", 1, "题" + code, options, "", "", figure, "图"), List.of());
    }

    private static Path written(ItemWriter writer, List<ExchangedItem> items, String ending) throws Exception {
        Path file = Files.createTempFile(Path.of("target"), "trip", ending);
        try (OutputStream out = Files.newOutputStream(file)) {
            assertThat(writer.write("subject", items, out)).isEmpty();
        }
        return file;
    }

    private static List<Object> roundTrip(
            ItemWriter writer, ItemReader reader, List<ExchangedItem> items, String ending) throws Exception {
        Path file = written(writer, items, ending);
        List<ExchangedItem> back = reader.read(file);
        Files.delete(file);
        assertThat(back).allMatch(item -> item.notes().isEmpty());
        return sorted(back);
    }

    private static List<Object> sorted(List<ExchangedItem> items) {
        List<Object> said = new ArrayList<>();
        for (ExchangedItem item : items) {
            ItemDraft d = item.draft();
            said.add(List.of(
                    item.reference(),
                    item.level(),
                    d.type(),
                    d.chapter(),
                    d.difficulty(),
                    d.stem(),
                    Set.copyOf(d.options()),
                    d.explanation() + "\0" + d.source()));
        }
        return said;
    }

    @Provide
    Arbitrary<List<ExchangedItem>> items() {
        Arbitrary<String> types = Arbitraries.of("TRUE_FALSE", "SINGLE", "MULTIPLE");
        Arbitrary<Set<String>> options = texts(1).set().ofMinSize(3).ofMaxSize(Column.MOST_OPTIONS);
        Arbitrary<ItemDraft> drafts = Combinators.combine(
                        types, Arbitraries.integers().between(1, 3), texts(1), options, texts(0), texts(0))
                .as((type, difficulty, stem, words, why, source) ->
                        new ItemDraft(type, "02", difficulty, stem, options(type, words), why, source, null, null));
        return Combinators.combine(drafts, Arbitraries.of("", "NATIONAL", "PROVINCIAL"))
                .as((draft, level) -> new ExchangedItem("", "X-01-001", level, draft, List.of()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static List<Option> options(String type, Set<String> words) {
        if (type.equals("TRUE_FALSE")) {
            boolean holds = words.size() % 2 == 0;
            return List.of(new Option(holds ? "正确" : "错误", true), new Option(holds ? "错误" : "正确", false));
        }
        int right = type.equals("SINGLE") ? 1 : 2 + words.hashCode() % 2 * words.hashCode() % 2;
        List<Option> options = new ArrayList<>();
        for (String word : new HashSet<>(words)) {
            options.add(new Option(word, options.size() < right));
        }
        return options;
    }

    /** Texts as they stand in items, with all that means something to a spreadsheet, to CSV or to XML. */
    private static Arbitrary<String> texts(int least) {
        return Arbitraries.strings()
                .withChars("电气安全作业灭火器应当检查的是错对，。；：“”《》℃≥×√（）")
                .withChars("=+-@'\"|;,\t\n<>&_x0041%$ 019|")
                .withChars("\u00e9\u3000\u20ac")
                .ofMinLength(least)
                .ofMaxLength(30)
                .map(String::strip)
                .filter(text -> text.length() >= least)
                .filter(text -> !text.matches("(?s)[\\s\\u3000=]*"));
    }

    /** Keeps the generator honest: it does make the texts that are dangerous. */
    @Example
    void theTextsHoldWhatIsDangerous() {
        List<String> some = new ArrayList<>();
        texts(0).sampleStream().limit(2000).forEach(some::add);
        for (String sign : Map.of("=", 1, "@", 1, "'", 1, "\"", 1, "_x00", 1).keySet()) {
            assertThat(some).anyMatch(text -> text.contains(sign.substring(0, 1)));
        }
    }
}
