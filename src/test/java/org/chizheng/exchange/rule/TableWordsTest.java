package org.chizheng.exchange.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What people write into the tables of their items is understood, and what only looks like it is not. */
class TableWordsTest {
    private static final List<String> FOUR = List.of("甲", "乙", "丙", "丁");

    @ParameterizedTest
    @CsvSource({
        "题干,STEM",
        "试题内容,STEM",
        "题目（必填）,STEM",
        "Question Text,STEM",
        "答案,KEY",
        "正确答案,KEY",
        "标准 答案*,KEY",
        "选项A,OPTION_A",
        "Ｂ,OPTION_B",
        "答案C,OPTION_C",
        "option d,OPTION_D",
        "选项5,OPTION_E",
        "选项六,OPTION_F",
        "试题类型,TYPE",
        "知识点,CHAPTER",
        "难易程度,DIFFICULTY",
        "答案解析,EXPLANATION",
        "法规依据,SOURCE",
        "导入结果,RESULT"
    })
    void aHeadingIsKnownByItsManyNames(String heading, Column column) {
        assertThat(Headings.column(heading)).contains(column);
    }

    @Test
    void aHeadNeedsAStemAndSomethingToAnswerIt() {
        assertThat(Headings.of(Map.of(0, "题干", 1, "答案"))).isPresent();
        assertThat(Headings.of(Map.of(0, "题干", 1, "备注"))).isEmpty();
        assertThat(Headings.of(Map.of(0, "答案", 1, "解析"))).isEmpty();
        assertThat(Headings.of(Map.of(0, "安全生产题库"))).isEmpty();
    }

    @Test
    void oneHeadingMayStandOverSeveralOptions() {
        assertThat(Headings.of(Map.of(0, "题目", 1, "选项", 5, "答案")).orElseThrow())
                .containsEntry(1, Column.OPTION_A)
                .containsEntry(4, Column.OPTION_D)
                .containsEntry(5, Column.KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "单选,SINGLE",
        "单项选择题,SINGLE",
        "多选题,MULTIPLE",
        "多项选择,MULTIPLE",
        "判断题,TRUE_FALSE",
        "True or false,TRUE_FALSE",
        "不定项选择题,CHOICE",
        "选择题,CHOICE",
        "Multiple choice,CHOICE"
    })
    void aTypeIsKnownByItsManyNames(String text, TypeName type) {
        assertThat(TypeName.of(text)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"填空题", "简答题", "案例分析"})
    void aTypeThatTheBankDoesNotHaveIsNotGuessed(String text) {
        assertThat(TypeName.of(text)).isEmpty();
    }

    @Test
    void aTitleNamesTheTypeAndASentenceDoesNot() {
        assertThat(TypeName.heading("一、单项选择题（共40题，每题1分）")).contains(TypeName.SINGLE);
        assertThat(TypeName.heading("以下判断题请各单位认真核对后再行上报我处")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A.甲\nB.乙\nC.丙\nD.丁",
                "A、甲 B、乙 C、丙 D、丁",
                "A.甲B.乙C.丙D.丁",
                "**A、甲 **B、乙 **C、丙 **D、丁",
                "（A）甲（B）乙（C）丙（D）丁",
                "Ａ．甲 Ｂ．乙 Ｃ．丙 Ｄ．丁",
                "甲|乙|丙|丁",
                "甲\n乙\n丙\n丁",
                "甲；乙；丙；丁",
                "A 甲  B 乙  C 丙  D 丁"
            })
    void optionsOfOneCellAreTakenApart(String cell) {
        assertThat(OptionText.split(cell)).isEqualTo(FOUR);
    }

    @Test
    void aLetterWithinAnOptionPartsNothing() {
        assertThat(OptionText.split("额定电流为10A、电压220V")).hasSize(1);
        assertThat(OptionText.split("A.10A B.20A C.B级 D.4A")).containsExactly("10A", "20A", "B级", "4A");
        assertThat(OptionText.withoutLetters(List.of("A类火灾", "B类火灾"))).containsExactly("A类火灾", "B类火灾");
        assertThat(OptionText.withoutLetters(List.of("A.甲", "乙"))).containsExactly("A.甲", "乙");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AC", "A、C", "a,c", "ＡＣ", "A C", "C;A", "(A)(C)", "答案：AC", "甲|丙", "1,3"})
    void aKeyOfTwoIsReadHoweverItIsWritten(String key) {
        assertThat(KeyText.of(key, FOUR).places()).isEqualTo(Set.of(0, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "√,true",
        "×,false",
        "对,true",
        "错误,false",
        "正确,true",
        "T,true",
        "F,false",
        "Ｔ,true",
        "X,false",
        "否,false",
        "1,true"
    })
    void aJudgementIsReadHoweverItIsWritten(String key, boolean truth) {
        assertThat(KeyText.of(key, List.of()).truth()).isEqualTo(truth);
    }

    @Test
    void whatCannotBeReadIsNotGuessed() {
        assertThat(KeyText.of("见教材", FOUR).unreadable()).isTrue();
        assertThat(KeyText.of("对", FOUR).unreadable()).isTrue();
        assertThat(KeyText.of("", FOUR).unreadable()).isTrue();
    }

    @Test
    void theOptionsOwnWordsAreTheKeyBeforeANumberIs() {
        assertThat(KeyText.of("2", List.of("1", "3", "2", "4")).places()).isEqualTo(Set.of(2));
    }

    @Test
    void aKeyInTheStemIsFoundAndBlanked() {
        assertThat(StemKey.in("灭火器应（B）检查一次。")).contains(new StemKey("B", "灭火器应（　）检查一次。"));
        assertThat(StemKey.in("下列正确的有( A、C )。").orElseThrow().key()).isEqualTo("A、C");
        assertThat(StemKey.in("应当佩戴安全帽。（√）").orElseThrow().key()).isEqualTo("√");
    }

    @ParameterizedTest
    @ValueSource(strings = {"额定电流10（A）的开关", "灭火器应（　）检查，又称（A）类", "使用（干粉）灭火器", "没有括号"})
    void otherBracketsStayAsTheyAre(String stem) {
        assertThat(StemKey.in(stem)).isEmpty();
    }

    @Test
    void itemsAreTheSameByStemAndOptionsNotByTheStemAlone() {
        String one = Sameness.of("正确的是（ ）", List.of("甲", "乙"));
        assertThat(Sameness.of("正确的是( )", List.of("乙", "甲"))).isEqualTo(one);
        assertThat(Sameness.of("正确的是（ ）", List.of("甲", "丙"))).isNotEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({"02,02", "2,02", "第二章,02", "02 基础知识,02", "第二章 基础知识,02", "基础知识,02", "top/法律法规,01", "Basics,02"})
    void aChapterIsFoundByCodeNumberOrName(String text, String code) {
        assertThat(ChapterName.find(text, CHAPTERS)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"其他", "99", "第九章", "基础"})
    void anotherChapterIsNotFound(String text) {
        assertThat(ChapterName.find(text, CHAPTERS)).isEqualTo(Optional.empty());
    }

    private static final Map<String, List<String>> CHAPTERS =
            Map.of("01", List.of("01", "法律法规", "Law"), "02", List.of("02", "基础知识", "Basics"));

    @Property
    void aCellThatWasMadeHarmlessIsReadAsItWas(@ForAll String cell) {
        String written = Harmless.write(cell);
        assertThat(written).doesNotMatch("(?s)[=+\\-@\\t\\r].*");
        assertThat(Harmless.read(written)).isEqualTo(cell);
        assertThat(Harmless.keep(written)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "国家级,NATIONAL",
        "国家题库,NATIONAL",
        "部级,NATIONAL",
        "national,NATIONAL",
        "National bank,NATIONAL",
        "省级,PROVINCIAL",
        "省级题库,PROVINCIAL",
        "Provincial,PROVINCIAL",
        "初级,",
        "高级,",
        "非国家级,",
        "'',"
    })
    void aBankHasFewNamesAndALevelOfSkillIsNone(String said, String level) {
        assertThat(LevelName.of(said)).isEqualTo(Optional.ofNullable(level));
    }
}
