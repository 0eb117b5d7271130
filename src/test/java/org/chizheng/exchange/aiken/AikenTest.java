package org.chizheng.exchange.aiken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.chizheng.bank.Revision;
import org.chizheng.exchange.AnyItems;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.Tidy;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Aiken, tidy and messy. */
class AikenTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "问？\nA. 甲\nB. 乙\nC. 丙\nANSWER: B\n",
                "\uFEFF问？\r\nA) 甲\r\nB) 乙\r\nC) 丙\r\nANSWER: B",
                "\n\n  问？\n\nA.甲\n\nB.乙\nC.丙\n\nanswer:b\n\n",
                "问？\nＡ．甲\nＢ．乙\nＣ．丙\n答案：Ｂ",
                "问？\na、甲\nb、乙\nc、丙\nAnswer : B"
            })
    void tidyAndMessyFilesSayTheSame(String aiken) throws UnreadableFile {
        List<ExchangedItem> items = Written.read(new AikenReader(), aiken);
        assertThat(items).singleElement().satisfies(item -> {
            assertThat(item.draft().type()).isEqualTo("SINGLE");
            assertThat(item.draft().stem()).isEqualTo("问？");
            assertThat(Written.options(item)).containsExactly("甲", "*乙", "丙");
            assertThat(item.notes()).isEmpty();
        });
    }

    @Test
    void itemsAreFoundByLine() throws UnreadableFile {
        List<ExchangedItem> items =
                Written.read(new AikenReader(), "一？\nA. 甲\nB. 乙\nANSWER: A\n二？\nA. 甲\nB. 乙\nANSWER: B\n");
        assertThat(items).extracting(ExchangedItem::place).containsExactly("L1", "L5");
    }

    @ParameterizedTest
    @CsvSource({
        "一？\\nA. 甲\\nB. 乙\\nANSWER: C,NO_KEY,C",
        "一？\\nA. 甲\\nB. 乙\\nANSWER: ?,NO_KEY,?",
        "一？\\nA. 甲\\nANSWER: A,TOO_FEW_OPTIONS,''",
        "一？\\nA. 甲\\nC. 乙\\nANSWER: A,LETTERS,L3: C",
        "一？\\nA. 甲\\nB. 甲\\nANSWER: A,SAME_OPTIONS,甲",
        "ANSWER: A,NO_KEY,A"
    })
    void whatIsWrongIsSaidWithItsLine(String aiken, String code, String detail) throws UnreadableFile {
        ExchangedItem item =
                Written.read(new AikenReader(), aiken.replace("\\n", "\n")).get(0);
        assertThat(item.notes()).anySatisfy(note -> {
            assertThat(note.code()).isEqualTo(code);
            assertThat(note.detail()).isEqualTo(detail);
        });
        assertThat(item.refused()).isTrue();
    }

    @Test
    void aQuestionWithoutAnswerDoesNotSwallowTheNext() throws UnreadableFile {
        List<ExchangedItem> items = Written.read(new AikenReader(), "一？\nA. 甲\nB. 乙\n\n二？\nA. 甲\nB. 乙\nANSWER: B\n");
        assertThat(items).hasSize(2);
        assertThat(Written.notes(items.get(0))).containsExactly("REFUSED NO_KEY");
        assertThat(items.get(1).refused()).isFalse();
    }

    @Test
    void severalLettersMakeAMultipleChoiceAndBrokenLinesAreJoined() throws UnreadableFile {
        ExchangedItem item = Written.read(new AikenReader(), "一？\n补充\nA. 甲\n续\nB. 乙\nC. 丙\nANSWER: A, C")
                .get(0);
        assertThat(item.draft().type()).isEqualTo("MULTIPLE");
        assertThat(item.draft().stem()).isEqualTo("一？\n补充");
        assertThat(Written.options(item)).containsExactly("*甲\n续", "乙", "*丙");
        assertThat(Written.notes(item)).containsExactlyInAnyOrder("CHANGED LINE_JOINED", "CHANGED SEVERAL_LETTERS");
    }

    @Test
    void textWithoutAnAnswerIsRefused() {
        assertThatThrownBy(() -> Written.read(new AikenReader(), "一？\nA. 甲\nB. 乙"))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("NOT_AIKEN"));
        assertThatThrownBy(() -> Written.read(new AikenReader(), "ANSWER: " + "A".repeat(1_000_000))
                        .get(0)
                        .draft()
                        .options()
                        .get(0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return AnyItems.text()
                .map(text -> "问" + Tidy.line(text))
                .list()
                .uniqueElements()
                .ofMinSize(4)
                .ofMaxSize(6);
    }

    @Property(tries = 200)
    void whatAikenCanSayIsReadBack(@ForAll("texts") List<String> texts, @ForAll @IntRange(max = 2) int right)
            throws UnreadableFile {
        StringBuilder aiken = new StringBuilder(texts.get(0)).append('\n');
        List<Revision.Option> options = new ArrayList<>();
        for (int i = 1; i < texts.size(); i++) {
            aiken.append((char) ('A' + i - 1))
                    .append(i % 2 == 0 ? ") " : ". ")
                    .append(texts.get(i))
                    .append('\n');
            options.add(new Revision.Option(texts.get(i), i - 1 == right));
        }
        aiken.append("ANSWER: ").append((char) ('A' + right)).append('\n');
        ExchangedItem item = Written.read(new AikenReader(), aiken.toString()).get(0);
        assertThat(item.draft().stem()).isEqualTo(texts.get(0));
        assertThat(item.draft().options()).isEqualTo(options);
    }
}
