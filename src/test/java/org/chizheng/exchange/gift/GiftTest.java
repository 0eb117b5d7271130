package org.chizheng.exchange.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.chizheng.exchange.AnyItems;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** GIFT by its grammar and as people write it. */
class GiftTest {
    @Test
    void titleTextAnswersAndFeedbackAreToldApart() throws UnreadableFile {
        ExchangedItem item = one("""
                // a remark
                ::颜色:: 橙与绿之间是什么？ {
                    =黄 # 对
                    ~红 # 不对
                    ~蓝
                    ####光谱的顺序
                }
                """);
        assertThat(item.place()).isEqualTo("L2");
        assertThat(item.reference()).isEqualTo("颜色");
        assertThat(item.draft().stem()).isEqualTo("橙与绿之间是什么？");
        assertThat(item.draft().explanation()).isEqualTo("光谱的顺序");
        assertThat(Written.options(item)).containsExactly("*黄", "红", "蓝");
        assertThat(item.draft().type()).isEqualTo("SINGLE");
        assertThat(Written.notes(item)).containsOnly("LOST ANSWER_FEEDBACK").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"T,true", "TRUE,true", "true,true", "F,false", "FALSE,false", "T#错#对,true", "' F ####因为',false"})
    void trueAndFalse(String answer, boolean holds) throws UnreadableFile {
        ExchangedItem item = one("1+1\\=2 {" + answer + "}");
        assertThat(item.draft().type()).isEqualTo("TRUE_FALSE");
        assertThat(item.draft().stem()).isEqualTo("1+1=2");
        assertThat(Written.options(item))
                .containsExactlyElementsOf(holds ? List.of("*正确", "错误") : List.of("正确", "*错误"));
    }

    @Test
    void sharesMakeAMultipleChoice() throws UnreadableFile {
        ExchangedItem item = one("哪两位？{~%-50%甲 ~%50%乙 ~%50%丙 ~丁}");
        assertThat(item.draft().type()).isEqualTo("MULTIPLE");
        assertThat(Written.options(item)).containsExactly("甲", "*乙", "*丙", "丁");
        assertThat(Written.notes(item)).containsExactly("CHANGED PARTS_SCORED");
    }

    @Test
    void halfCreditBesideTheRightAnswerIsSaid() throws UnreadableFile {
        ExchangedItem item = one("难题{~错 ~%50%半对 =对了}");
        assertThat(Written.options(item)).containsExactly("错", "半对", "*对了");
        assertThat(Written.notes(item)).containsExactly("CHANGED PARTIAL_CREDIT");
    }

    @Test
    void missingWordsLeaveAGap() throws UnreadableFile {
        assertThat(one("Grant is {~buried =entombed ~living} in Grant's tomb.")
                        .draft()
                        .stem())
                .isEqualTo("Grant is _____ in Grant's tomb.");
    }

    @Test
    void escapedSignsAreText() throws UnreadableFile {
        ExchangedItem item = one("::a\\:\\:b:: x \\{y\\} \\\\n { =\\= 2 + 3 # \\# ~\\~ 1 ~a\\nb }");
        assertThat(item.reference()).isEqualTo("a::b");
        assertThat(item.draft().stem()).isEqualTo("x {y} \\n");
        assertThat(Written.options(item)).containsExactly("*= 2 + 3", "~ 1", "a\nb");
    }

    @Test
    void formatsOfTheQuestionHoldForItsParts() throws UnreadableFile {
        ExchangedItem html = one("[html]<p>面积 m<sup>2</sup></p>{=<b>甲</b> ~[plain]<b>}");
        assertThat(html.draft().stem()).isEqualTo("面积 m²");
        assertThat(Written.options(html)).containsExactly("*甲", "<b>");
        assertThat(one("[plain]a <b> c{=x ~y}").draft().stem()).isEqualTo("a <b> c");
        assertThat(Written.notes(one("[markdown]**a**{=x ~y}"))).containsExactly("CHANGED MARKDOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "{},essay",
        "{#1822:1},numerical",
        "{=no one =nobody},shortanswer",
        "{=Canada -> Ottawa =Italy -> Rome},matching",
        "{maybe},maybe",
        "'',description"
    })
    void aTypeThatWeDoNotHaveIsRefusedWithItsName(String answers, String type) throws UnreadableFile {
        List<ExchangedItem> items = Written.read(new GiftReader(), "问 " + answers + "\n\n真吗{T}");
        assertThat(items.get(0).notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("UNSUPPORTED_TYPE");
            assertThat(note.detail()).isEqualTo(type);
        });
        assertThat(items.get(1).refused()).isFalse();
    }

    @Test
    void aByteOrderMarkAndLineEndsOfWindowsAndEmptyLinesWithinBracesDoNoHarm() throws UnreadableFile {
        List<ExchangedItem> items =
                Written.read(new GiftReader(), "\uFEFF甲？\r\n{\r\n=a\r\n\r\n~b\r\n}\r\n\r\n// x\r\n乙{T}\r\n");
        assertThat(items).hasSize(2).noneMatch(ExchangedItem::refused);
        assertThat(items.get(1).place()).isEqualTo("L9");
    }

    @Test
    void aBraceThatNeverClosesSpoilsOneQuestionOnly() throws UnreadableFile {
        List<ExchangedItem> items = Written.read(new GiftReader(), "甲{=a ~b\n\n::二::乙{T}\n");
        assertThat(Written.notes(items.get(0))).contains("REFUSED BRACES");
        assertThat(items.get(1).refused()).isFalse();
    }

    @Test
    void idNumbersTagsAndCategoriesOfMoodleAreRead() throws UnreadableFile {
        String gift = "$CATEGORY: $course$/电工\n\n// [id:K-1] [tag:chapter:02]\n// [tag:难]\n甲{T}\n\n乙{F}\n";
        List<ExchangedItem> items = Written.read(new GiftReader(), gift);
        assertThat(items.get(0).reference()).isEqualTo("K-1");
        assertThat(items.get(0).draft().chapter()).isEqualTo("02");
        assertThat(Written.notes(items.get(0))).containsExactly("LOST TAGS");
        assertThat(Written.notes(items.get(1))).containsExactly("LOST CATEGORY");
    }

    @Test
    void twoWhollyRightAnswersAndStrayTextAreRefused() throws UnreadableFile {
        assertThat(Written.notes(one("甲{=a =b ~c}"))).containsExactly("REFUSED ANY_OF_SEVERAL");
        assertThat(Written.notes(one("甲{a =b ~c}"))).contains("REFUSED STRAY_TEXT");
    }

    @Test
    void textWithoutAQuestionIsRefused() {
        assertThatThrownBy(() -> Written.read(new GiftReader(), "只有文字\n\n没有题"))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("NOT_GIFT"));
    }

    @Provide
    Arbitrary<String> texts() {
        return AnyItems.text();
    }

    @Property(tries = 200)
    void anEscapedTextHasNoSignsAndIsTheTextAgain(@ForAll("texts") String text) {
        GiftText read = GiftText.of(GiftWriter.escape(text));
        assertThat(read).hasToString(text);
        for (String sign : List.of("~", "=", "#", "{", "}", "::")) {
            assertThat(read.has(sign)).isFalse();
        }
    }

    private static ExchangedItem one(String gift) throws UnreadableFile {
        List<ExchangedItem> items = Written.read(new GiftReader(), gift);
        assertThat(items).hasSize(1);
        return items.get(0);
    }
}
