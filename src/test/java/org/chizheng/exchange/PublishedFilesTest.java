package org.chizheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.chizheng.exchange.gift.GiftReader;
import org.chizheng.exchange.qti.QtiReader;
import org.junit.jupiter.api.Test;

/** Files that others published; where they are from stands in ORIGINS.md beside them. */
class PublishedFilesTest {
    private static final Path FILES = Path.of("src/test/resources/exchange");

    @Test
    void aQtiPackageOfOthersIsReadItemByItem() throws IOException, UnreadableFile {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Path folder = FILES.resolve("qti3");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        List<ExchangedItem> items = Written.read(new QtiReader(), Written.zip(files));
        assertThat(items.stream().map(item -> item.reference() + " " + Written.notes(item)))
                .containsExactly(
                        "basic-choice []",
                        "extended-text [REFUSED FILE_MISSING]",
                        "match [REFUSED FILE_MISSING]",
                        "basic-text-entry [REFUSED UNSUPPORTED_TYPE]",
                        "basic-html-subset []",
                        "template-processing [REFUSED FILE_MISSING]",
                        "basic-composite [REFUSED SEVERAL_INTERACTIONS]",
                        "mathml [REFUSED FILE_MISSING]",
                        "shared-vocabulary [REFUSED FILE_MISSING]",
                        "basic-alt-text [CHANGED FIGURE_ALONE]",
                        "tolerance-extra-features [CHANGED STIMULUS, LOST RUBRIC, LOST UNKNOWN_PART, LOST STYLESHEET, LOST UNKNOWN_PART]");
        assertThat(items.get(4).draft().stem()).isEqualTo("Item content\n\n• HTML subset evidence");
        assertThat(items.get(10).draft().stem())
                .isEqualTo(
                        "Shared stimulus dependency for Basic item-player tolerance evidence.\n\n"
                                + "Select the Basic response while extra item metadata is present.\n\nWhich option should score?");
        assertThat(items.get(9).draft().figure().width()).isEqualTo(20);
    }

    @Test
    void aQtiItemOfAnOlderVersionIsRead() throws UnreadableFile {
        ExchangedItem item = new QtiReader()
                .read(FILES.resolve("qti22/modalFeedback_basic.xml"))
                .get(0);
        assertThat(Written.options(item)).containsExactly("*A", "B");
        assertThat(Written.notes(item))
                .containsExactly("LOST FIXED_ORDER", "LOST ITEM_FEEDBACK", "LOST ITEM_FEEDBACK", "LOST NAME");
    }

    @Test
    void giftFilesOfOthersAreRead() throws UnreadableFile {
        ExchangedItem several = gift("multipleAnswersFloat").get(0);
        assertThat(several.draft().stem()).isEqualTo("Select all of the options below which name a continent:");
        assertThat(Written.options(several)).containsExactly("*Africa", "*Asia", "China", "*Antarctica", "America");
        ExchangedItem symbols = gift("symbolsAll").get(0);
        assertThat(symbols.draft().stem())
                .isEqualTo("Here's a question that has symbols inside,\nsuch as `-=[];',./~!@#$%^&*()_+{}|:\"<>?");
        List<ExchangedItem> lines = gift("multiLineFeedback1");
        assertThat(lines).hasSize(2).noneMatch(ExchangedItem::refused);
        assertThat(lines.get(0).draft().explanation()).isEqualTo("Global feedback split on multiple lines");
        assertThat(Written.options(lines.get(1)))
                .containsExactly(
                        "Client", "ConditionAbonnement", "Paiement", "Emprunt", "*ContrôleurAbonnement", "CléAccess");
        assertThat(Written.notes(lines.get(1)))
                .containsExactlyInAnyOrder("LOST FORMATTING", "LOST EXPLANATION_FIGURE", "LOST ANSWER_FEEDBACK");
    }

    private static List<ExchangedItem> gift(String name) throws UnreadableFile {
        return new GiftReader().read(FILES.resolve("gift/" + name + ".gift"));
    }
}
