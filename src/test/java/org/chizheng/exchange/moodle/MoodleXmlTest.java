package org.chizheng.exchange.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;

import org.chizheng.exchange.AnyItems;
import org.chizheng.exchange.ExchangedItem;
import org.chizheng.exchange.UnreadableFile;
import org.chizheng.exchange.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Moodle XML as Moodle and others write it. */
class MoodleXmlTest {
    private static final String PNG =
            Base64.getMimeEncoder().encodeToString(AnyItems.png().bytes());
    private static final String TWO = answer("100", "甲") + answer("0", "乙");

    @Test
    void singleChoiceIsRead() throws UnreadableFile {
        ExchangedItem item = one(choice("true", "<p>哪一个？</p>", TWO + answer("0", "丙")));
        assertThat(item.place()).isEqualTo("#1 (L2)");
        assertThat(item.reference()).isEqualTo("题目");
        assertThat(item.draft().type()).isEqualTo("SINGLE");
        assertThat(item.draft().stem()).isEqualTo("哪一个？");
        assertThat(Written.options(item)).containsExactly("*甲", "乙", "丙");
        assertThat(item.notes()).isEmpty();
    }

    @Test
    void severalAnswersAreScoredAllTogetherFromNowOn() throws UnreadableFile {
        ExchangedItem item =
                one(choice("false", "哪些？", answer("33.33333", "甲") + answer("66,66667", "乙") + answer("-50", "丙")));
        assertThat(item.draft().type()).isEqualTo("MULTIPLE");
        assertThat(Written.options(item)).containsExactly("*甲", "*乙", "丙");
        assertThat(Written.notes(item)).containsExactly("CHANGED PARTS_SCORED");
    }

    @Test
    void partialCreditOfASingleChoiceIsSaid() throws UnreadableFile {
        ExchangedItem item = one(choice("true", "？", TWO + answer("50", "丙")));
        assertThat(Written.options(item)).containsExactly("*甲", "乙", "丙");
        assertThat(Written.notes(item)).containsExactly("CHANGED PARTIAL_CREDIT");
    }

    @ParameterizedTest
    @CsvSource({
        "true,100,100,ANY_OF_SEVERAL",
        "true,50,0,NO_KEY",
        "false,0,-100,NO_KEY",
        "true,much,0,BAD_SHARE",
        "true,NaN,0,BAD_SHARE"
    })
    void aKeyThatIsNotClearIsRefused(String single, String first, String second, String code) throws UnreadableFile {
        ExchangedItem item = one(choice(single, "？", answer(first, "甲") + answer(second, "乙")));
        assertThat(item.refused()).isTrue();
        assertThat(Written.notes(item)).contains("REFUSED " + code);
    }

    @Test
    void trueOrFalseHasOurTwoOptions() throws UnreadableFile {
        ExchangedItem item = one(question("truefalse", "是吗？", answer("0", "true") + answer("100", "false")));
        assertThat(item.draft().type()).isEqualTo("TRUE_FALSE");
        assertThat(Written.options(item)).containsExactly("正确", "*错误");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "essay",
                "matching",
                "cloze",
                "numerical",
                "shortanswer",
                "description",
                "ddwtos",
                "calculated",
                "coderunner",
                ""
            })
    void aTypeThatWeDoNotHaveIsRefusedWithItsName(String type) throws UnreadableFile {
        ExchangedItem item = one(question(type, "问", ""));
        assertThat(item.draft().stem()).isEqualTo("问");
        assertThat(item.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("UNSUPPORTED_TYPE");
            assertThat(note.detail()).isEqualTo(type);
        });
    }

    @Test
    void thePictureOfTheStemBecomesTheFigure() throws UnreadableFile {
        ExchangedItem item = one(question(
                "multichoice",
                "<![CDATA[<p>看图 <img src=\"@@PLUGINFILE@@/a%20b.png\" alt=\"配电箱\" /></p>]]>",
                "<single>true</single>" + TWO,
                file("a b.png", PNG) + file("greeting.mp3", "AAAA")));
        assertThat(item.draft().figure().width()).isEqualTo(30);
        assertThat(item.draft().figureAlt()).isEqualTo("配电箱");
        assertThat(item.notes()).singleElement().satisfies(note -> {
            assertThat(note.code()).isEqualTo("FILE");
            assertThat(note.detail()).isEqualTo("greeting.mp3");
        });
    }

    @Test
    void aPictureWrittenIntoTheTextOrTheOldWayIsTakenToo() throws UnreadableFile {
        String written = "&lt;img alt='x' src='data:image/png;base64," + PNG.replaceAll("\\s", "") + "'&gt;看图";
        assertThat(one(choice("true", written, TWO)).draft().figure()).isNotNull();
        String old = "<image>a.png</image><image_base64>" + PNG + "</image_base64>";
        ExchangedItem item = one(choice("true", "看图", TWO + old));
        assertThat(item.draft().figure()).isNotNull();
        assertThat(Written.notes(item)).containsExactly("CHANGED FIGURE_WITHOUT_TEXT");
    }

    @ParameterizedTest
    @CsvSource({
        "@@PLUGINFILE@@/none.png,FIGURE_MISSING",
        "https://example.org/a.png,FIGURE_OUTSIDE",
        "//example.org/a.png,FIGURE_OUTSIDE",
        "@@PLUGINFILE@@/bad.png,FIGURE_REFUSED",
        "@@PLUGINFILE@@/../../etc/passwd,FIGURE_MISSING",
        "file:///etc/passwd,FIGURE_MISSING"
    })
    void aPictureThatCannotBeTakenIsSaid(String source, String code) throws UnreadableFile {
        ExchangedItem item = one(question(
                "multichoice",
                "看图&lt;img src='" + source + "' alt='x'&gt;",
                "<single>true</single>" + TWO,
                file("bad.png", "AAAA")));
        assertThat(item.draft().figure()).isNull();
        assertThat(Written.notes(item)).contains("LOST " + code);
    }

    @Test
    void moreThanOnePictureAndPicturesInOptionsAreSaid() throws UnreadableFile {
        String image = "&lt;img src='@@PLUGINFILE@@/a.png' alt='x'&gt;";
        ExchangedItem two =
                one(question("multichoice", "看图" + image + image, "<single>true</single>" + TWO, file("a.png", PNG)));
        assertThat(Written.notes(two)).containsExactly("LOST SECOND_FIGURE");
        ExchangedItem beside = one(choice("true", "？", answer("100", "甲" + image) + answer("0", "乙")));
        assertThat(Written.notes(beside)).containsExactly("LOST OPTION_FIGURE");
        ExchangedItem only = one(choice("true", "？", answer("100", image) + answer("0", "乙")));
        assertThat(Written.notes(only)).contains("REFUSED OPTION_IS_FIGURE");
    }

    @Test
    void whatAnItemOfOursDoesNotHaveIsNamed() throws UnreadableFile {
        String rest =
                "<idnumber>K-7</idnumber><defaultgrade>2.0000000</defaultgrade><penalty>0.5</penalty><hidden>1</hidden>"
                        + "<shuffleanswers>0</shuffleanswers><answernumbering>abc</answernumbering>"
                        + "<correctfeedback format=\"html\"><text>对了</text></correctfeedback>"
                        + "<hint format=\"html\"><text>想一想</text><shownumcorrect/></hint><coderunnertype>x</coderunnertype>"
                        + "<generalfeedback format=\"html\"><text>因为</text></generalfeedback>"
                        + "<tags><tag><text>旧题</text></tag></tags>"
                        + "<answer fraction=\"100\"><text>甲</text><feedback><text>好</text></feedback></answer>"
                        + answer("0", "乙");
        ExchangedItem item = one(choice("true", "？", rest));
        assertThat(item.reference()).isEqualTo("K-7");
        assertThat(item.draft().explanation()).isEqualTo("因为");
        assertThat(Written.notes(item))
                .containsExactlyInAnyOrder(
                        "LOST NAME",
                        "LOST WEIGHT",
                        "LOST PENALTY",
                        "LOST HIDDEN",
                        "LOST FIXED_ORDER",
                        "LOST ITEM_FEEDBACK",
                        "LOST HINT",
                        "LOST UNKNOWN_PART",
                        "LOST TAGS",
                        "LOST ANSWER_FEEDBACK");
    }

    @Test
    void ourTagsAreChapterDifficultyAndSourceAndTheCategoryOfOthersIsSaid() throws UnreadableFile {
        String tags = "<tags><tag><text>chapter:03</text></tag><tag><text>difficulty:3</text></tag>"
                + "<tag><text>source:《安全生产法》第二十八条</text></tag></tags>";
        String category = "<question type=\"category\"><category><text>$course$/top/电工</text></category></question>";
        ExchangedItem ours = one(category + choice("true", "？", TWO + tags));
        assertThat(ours.draft().chapter()).isEqualTo("03");
        assertThat(ours.draft().difficulty()).isEqualTo(3);
        assertThat(ours.draft().source()).isEqualTo("《安全生产法》第二十八条");
        assertThat(ours.notes()).isEmpty();
        assertThat(Written.notes(one(category + choice("true", "？", TWO)))).containsExactly("LOST CATEGORY");
    }

    @Test
    void textFormatsAreKept() throws UnreadableFile {
        assertThat(one(formatted("plain_text", "1 &lt; 2\n第二行")).draft().stem()).isEqualTo("1 < 2\n第二行");
        assertThat(one(formatted("moodle_auto_format", "一\n二 &lt;b&gt;"))
                        .draft()
                        .stem())
                .isEqualTo("一\n二");
        ExchangedItem markdown = one(formatted("markdown", "**不**得"));
        assertThat(markdown.draft().stem()).isEqualTo("**不**得");
        assertThat(Written.notes(markdown)).containsExactly("CHANGED MARKDOWN");
    }

    @Test
    void whatMoodleCannotHoldIsSaidOnExport() throws Exception {
        var item = new ExchangedItem(
                "",
                "LVE-01-001",
                new org.chizheng.bank.ItemDraft("SINGLE", "01", 1, "问", List.of(), "", "长".repeat(60), null, null),
                List.of());
        assertThat(new MoodleXmlWriter().write("s", List.of(item), java.io.OutputStream.nullOutputStream()))
                .singleElement()
                .satisfies(lost -> assertThat(lost.note().code()).isEqualTo("TAG_CUT"));
    }

    @Test
    void anotherXmlFileIsRefused() {
        assertThatThrownBy(() -> Written.read(new MoodleXmlReader(), "<questestinterop/>"))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("NOT_MOODLE"));
        assertThatThrownBy(() -> Written.read(new MoodleXmlReader(), "<quiz/>"))
                .isInstanceOfSatisfying(
                        UnreadableFile.class, e -> assertThat(e.code()).isEqualTo("NO_ITEMS"));
    }

    private static String formatted(String format, String text) {
        return choice("true", text, TWO).replace("format=\"html\"", "format=\"" + format + "\"");
    }

    private static String answer(String share, String text) {
        return "<answer fraction=\"" + share + "\" format=\"html\"><text>" + text + "</text></answer>";
    }

    private static String file(String name, String base64) {
        return "<file name=\"" + name + "\" path=\"/\" encoding=\"base64\">" + base64 + "</file>";
    }

    private static String choice(String single, String stem, String rest) {
        return question("multichoice", stem, "<single>" + single + "</single>" + rest);
    }

    private static String question(String type, String stem, String rest) {
        return question(type, stem, rest, "");
    }

    private static String question(String type, String stem, String rest, String files) {
        return "<question type=\"" + type + "\"><name><text>题目</text></name><questiontext format=\"html\"><text>" + stem
                + "</text>" + files + "</questiontext>" + rest + "</question>";
    }

    private static ExchangedItem one(String questions) throws UnreadableFile {
        List<ExchangedItem> items = Written.read(new MoodleXmlReader(), "<quiz>\n" + questions + "</quiz>");
        assertThat(items).hasSize(1);
        return items.get(0);
    }
}
